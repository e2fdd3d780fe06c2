package org.mentorprep.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does what a node does at its start on several nodes at the same moment. */
public final class SeveralNodes {

	private SeveralNodes() {
	}

	public static <T> List<T> atOnce(Callable<T> start) throws Exception {
		int nodes = 4;
		ExecutorService threads = Executors.newFixedThreadPool(nodes);
		try {
			CyclicBarrier barrier = new CyclicBarrier(nodes);
			Callable<T> node = () -> {
				barrier.await();
				return start.call();
			};
			List<Future<T>> results = threads.invokeAll(Collections.nCopies(nodes, node));
			List<T> values = new ArrayList<>();
			for (Future<T> result : results) {
				values.add(result.get());
			}
			return values;
		}
		finally {
			threads.shutdownNow();
		}
	}

}
