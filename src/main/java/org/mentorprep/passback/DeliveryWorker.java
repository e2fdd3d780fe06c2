package org.mentorprep.passback;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

import org.mentorprep.passback.GradeRecorder.GradeDue;

/**
 * Sends couriers on their way: at once when a grade became due here, and now and then for
 * those whose pause is over or that another node left behind. When the tool stops, grades
 * in hand are brought to their end and the others wait in the database.
 */
@Component
class DeliveryWorker implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);

	private final Rounds rounds;

	private final DeliveryClaims claims;

	private final PassbackProperties properties;

	private final BlockingQueue<GradeDue> nudges = new ArrayBlockingQueue<>(1);

	private volatile @Nullable ScheduledExecutorService heart;

	private volatile @Nullable Thread thread;

	private volatile @Nullable Runnable stopped;

	DeliveryWorker(Rounds rounds, DeliveryClaims claims, PassbackProperties properties) {
		this.rounds = rounds;
		this.claims = claims;
		this.properties = properties;
	}

	@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
	void on(GradeDue due) {
		this.nudges.offer(due);
	}

	@Override
	public boolean isAutoStartup() {
		return this.properties.automatic();
	}

	@Override
	public void start() {
		this.stopped = null;
		long beat = Math.max(1, this.properties.lease().toMillis() / 3);
		ScheduledExecutorService beating = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "grade-heartbeat");
			thread.setDaemon(true);
			return thread;
		});
		beating.scheduleAtFixedRate(this::beat, beat, beat, TimeUnit.MILLISECONDS);
		this.heart = beating;
		Thread loop = new Thread(this::run, "grade-courier");
		loop.setDaemon(true);
		this.thread = loop;
		loop.start();
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	/** Spring waits for the callback, and no longer than its own limit. */
	@Override
	public void stop(Runnable callback) {
		this.stopped = callback;
		this.nudges.offer(new GradeDue());
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	private void run() {
		while (isGoing()) {
			try {
				this.rounds.sendOut(this::isGoing);
				this.nudges.poll(this.properties.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				break;
			}
			catch (RuntimeException ex) {
				pauseAfter(ex);
			}
		}
		this.rounds.awaitReturn();
		ScheduledExecutorService beating = this.heart;
		if (beating != null) {
			beating.shutdownNow();
		}
		this.thread = null;
		Runnable callback = this.stopped;
		if (callback != null) {
			callback.run();
		}
	}

	private void beat() {
		try {
			this.claims.renew();
		}
		catch (RuntimeException ex) {
			// Until it works again nothing more is sent under these claims.
			log.error("Claims on grades could not be renewed: {}", ex.getClass().getName());
		}
	}

	private boolean isGoing() {
		return this.stopped == null;
	}

	/** The database is away, most likely: claims run out, nothing is lost. */
	private void pauseAfter(RuntimeException failure) {
		log.error("Grades could not be delivered, trying again in {}", this.properties.pollInterval(), failure);
		try {
			this.nudges.clear();
			this.nudges.poll(this.properties.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
