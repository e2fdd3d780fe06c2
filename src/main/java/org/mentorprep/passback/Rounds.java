package org.mentorprep.passback;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

import org.mentorprep.platform.PlatformId;

/**
 * Gives every LMS lanes of its own, on which couriers are out: one that hangs fills its
 * own lanes and no other's, and none gets more calls at once than it has lanes.
 */
@Component
class Rounds implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(Rounds.class);

	private final GradeCourier courier;

	private final ResultCheck readBack;

	private final DeliveryClaims claims;

	private final PassbackProperties properties;

	private final AtomicInteger lanes = new AtomicInteger();

	private final AtomicInteger done = new AtomicInteger();

	private final Map<PlatformId, Integer> out = new ConcurrentHashMap<>();

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "grade-lane-" + this.lanes.incrementAndGet());
		thread.setDaemon(true);
		return thread;
	});

	Rounds(GradeCourier courier, ResultCheck readBack, DeliveryClaims claims, PassbackProperties properties) {
		this.courier = courier;
		this.readBack = readBack;
		this.claims = claims;
		this.properties = properties;
	}

	/**
	 * Sends couriers out to every LMS that there is work for, and does not wait for them.
	 * @throws IllegalStateException inside a transaction, which would stay open for as
	 * long as an LMS takes to answer
	 */
	void sendOut(BooleanSupplier going) {
		Assert.state(!TransactionSynchronizationManager.isActualTransactionActive(),
				"No HTTP call is made inside a transaction");
		this.claims.platformsWithWork().forEach((platform) -> sendOut(platform, going));
	}

	/** Sends all that is due now, and waits until that is done. */
	void complete(BooleanSupplier going) {
		int before;
		do {
			before = this.done.get();
			sendOut(going);
			awaitReturn();
		}
		while (going.getAsBoolean() && this.done.get() > before);
	}

	/** Waits until nobody is out. */
	synchronized void awaitReturn() {
		try {
			while (!this.out.isEmpty()) {
				wait();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private synchronized void sendOut(PlatformId platform, BooleanSupplier going) {
		int already = this.out.getOrDefault(platform, 0);
		if (already < this.properties.lanes()) {
			this.out.put(platform, already + 1);
			this.threads.execute(() -> walk(platform, going));
		}
	}

	private void walk(PlatformId platform, BooleanSupplier going) {
		try {
			this.done.addAndGet(this.courier.deliver(platform, going, () -> sendOut(platform, going)));
			this.done.addAndGet(this.readBack.check(platform, going));
		}
		catch (RuntimeException ex) {
			// The database is away, most likely: claims run out, nothing is lost. Only
			// the class: a message could hold a grade.
			log.error("A courier to platform {} came back early: {}", platform, ex.getClass().getName());
		}
		finally {
			comeBack(platform);
		}
	}

	private synchronized void comeBack(PlatformId platform) {
		this.out.computeIfPresent(platform, (key, number) -> (number > 1) ? number - 1 : null);
		notifyAll();
	}

	@Override
	public void destroy() {
		this.threads.shutdownNow();
	}

}
