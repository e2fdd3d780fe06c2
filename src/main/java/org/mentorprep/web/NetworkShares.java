package org.mentorprep.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * How many threads may do one thing at once: all networks together, and each of them.
 * Whoever is over the limit is refused and never waits.
 */
final class NetworkShares {

	private final int each;

	private final Semaphore all;

	/** Holds only networks that have a thread now, so threads are its bound. */
	private final Map<String, Integer> taken = new ConcurrentHashMap<>();

	NetworkShares(int each, int all) {
		this.each = Math.max(1, each);
		this.all = new Semaphore(Math.max(1, all));
	}

	/** Takes a place, which is given back later, unless there is none. */
	boolean take(String network) {
		if (!this.all.tryAcquire()) {
			return false;
		}
		boolean[] mine = { false };
		this.taken.compute(network, (key, before) -> {
			int now = (before != null) ? before : 0;
			mine[0] = now < this.each;
			return mine[0] ? Integer.valueOf(now + 1) : before;
		});
		if (!mine[0]) {
			this.all.release();
		}
		return mine[0];
	}

	void giveBack(String network) {
		this.taken.computeIfPresent(network, (key, before) -> (before > 1) ? before - 1 : null);
		this.all.release();
	}

}
