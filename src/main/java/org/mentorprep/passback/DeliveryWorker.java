package org.mentorprep.passback;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

import org.mentorprep.passback.GradeDeliveries.GradeDue;
import org.mentorprep.platform.PlatformId;

/**
 * Sends due grades with a few threads for each LMS, so that a slow LMS never delays
 * another: at once when a grade became due on this node, and now and then for those whose
 * pause is over or that another node left behind. When the tool stops, grades being sent
 * are brought to their end and the others wait in the database.
 */
@Component
class DeliveryWorker implements SmartLifecycle, DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);

	private final GradeSender sender;

	private final ResultCheck check;

	private final DeliveryClaims claims;

	private final PassbackProperties properties;

	private final BlockingQueue<GradeDue> wakeUps = new ArrayBlockingQueue<>(1);

	/** How many threads are at work for each LMS; none has no entry. */
	private final Map<PlatformId, Integer> busy = new ConcurrentHashMap<>();

	private final AtomicInteger done = new AtomicInteger();

	private final ExecutorService threads = Executors.newCachedThreadPool(daemons("grade-sender-"));

	private volatile @Nullable ScheduledExecutorService heartbeat;

	private volatile @Nullable Thread thread;

	private volatile @Nullable Runnable stopped;

	DeliveryWorker(GradeSender sender, ResultCheck check, DeliveryClaims claims, PassbackProperties properties) {
		this.sender = sender;
		this.check = check;
		this.claims = claims;
		this.properties = properties;
	}

	private static ThreadFactory daemons(String prefix) {
		CustomizableThreadFactory threads = new CustomizableThreadFactory(prefix);
		threads.setDaemon(true);
		return threads;
	}

	@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
	void on(GradeDue due) {
		this.wakeUps.offer(due);
	}

	@Override
	public boolean isAutoStartup() {
		return this.properties.automatic();
	}

	@Override
	public void start() {
		this.stopped = null;
		long beat = Math.max(1, this.properties.lease().toMillis() / 3);
		ScheduledExecutorService beating = Executors.newSingleThreadScheduledExecutor(daemons("grade-heartbeat-"));
		beating.scheduleAtFixedRate(this::renewClaims, beat, beat, TimeUnit.MILLISECONDS);
		this.heartbeat = beating;
		Thread loop = daemons("grade-worker-").newThread(this::run);
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
		this.wakeUps.offer(new GradeDue());
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	@Override
	public void destroy() {
		this.threads.shutdownNow();
	}

	private void run() {
		while (isGoing()) {
			try {
				sendDue(this::isGoing);
				this.wakeUps.poll(this.properties.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				break;
			}
			catch (RuntimeException ex) {
				pauseAfter(ex);
			}
		}
		awaitThreads();
		ScheduledExecutorService beating = this.heartbeat;
		if (beating != null) {
			beating.shutdownNow();
		}
		this.thread = null;
		Runnable callback = this.stopped;
		if (callback != null) {
			callback.run();
		}
	}

	private boolean isGoing() {
		return this.stopped == null;
	}

	private void renewClaims() {
		try {
			this.claims.renew();
		}
		catch (RuntimeException ex) {
			// Until it works again nothing more is sent under these claims.
			log.error("Claims on grades could not be renewed: {}", ex.getClass().getName());
		}
	}

	/** The database is away, most likely: claims run out, nothing is lost. */
	private void pauseAfter(RuntimeException failure) {
		log.error("Grades could not be delivered, trying again in {}", this.properties.pollInterval(), failure);
		try {
			this.wakeUps.clear();
			this.wakeUps.poll(this.properties.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Sends all that is due now, and waits until that is done. */
	void complete(BooleanSupplier going) {
		int before;
		do {
			before = this.done.get();
			sendDue(going);
			awaitThreads();
		}
		while (going.getAsBoolean() && this.done.get() > before);
	}

	/**
	 * Starts a thread for every LMS that has work, and does not wait for it.
	 * @throws IllegalStateException inside a transaction, which would stay open for as
	 * long as an LMS takes to answer
	 */
	private void sendDue(BooleanSupplier going) {
		Assert.state(!TransactionSynchronizationManager.isActualTransactionActive(),
				"No HTTP call is made inside a transaction");
		this.claims.platformsWithWork().forEach((platform) -> startThread(platform, going));
	}

	private synchronized void startThread(PlatformId platform, BooleanSupplier going) {
		int already = this.busy.getOrDefault(platform, 0);
		if (already < this.properties.lanes()) {
			this.busy.put(platform, already + 1);
			this.threads.execute(() -> work(platform, going));
		}
	}

	private void work(PlatformId platform, BooleanSupplier going) {
		try {
			this.done.addAndGet(this.sender.sendDue(platform, going, () -> startThread(platform, going)));
			this.done.addAndGet(this.check.checkDue(platform, going));
		}
		catch (RuntimeException ex) {
			// The database is away, most likely: claims run out, nothing is lost. Only
			// the class: a message could hold a grade.
			log.error("Sending grades to platform {} ended early: {}", platform, ex.getClass().getName());
		}
		finally {
			endThread(platform);
		}
	}

	private synchronized void endThread(PlatformId platform) {
		this.busy.computeIfPresent(platform, (key, number) -> (number > 1) ? number - 1 : null);
		notifyAll();
	}

	/** Waits until no thread is at work. */
	private synchronized void awaitThreads() {
		try {
			while (!this.busy.isEmpty()) {
				wait();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
