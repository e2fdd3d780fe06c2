package org.mentorprep.passback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.mentorprep.platform.PlatformId;

/**
 * The circuit breaker of each LMS. It opens after some failures in a row, for all nodes;
 * when its pause is over, one grade of one node tries whether the LMS is back.
 */
@Repository
class CircuitBreaker {

	/** So many failures in a row, whoever's grades they are, are the fault of the LMS. */
	static final int FAILURES = 5;

	/**
	 * From here on pauses do not grow: 10 s come to 11 minutes. One trial costs little.
	 */
	private static final int LONGEST_PAUSE = 7;

	/** An LMS can't close itself off for longer than that. */
	private static final Duration LONGEST_WAIT = Duration.ofHours(1);

	private final Map<PlatformId, Integer> failures = new ConcurrentHashMap<>();

	private final JdbcClient jdbc;

	private final BackOff backOff;

	/** How long a trial may take before another may begin: its node may have died. */
	private final Duration trial;

	private final Clock clock;

	/** A trial may take twice as long as a claim: tokens, a second try and a look. */
	CircuitBreaker(JdbcClient jdbc, PassbackProperties properties, Clock clock) {
		this.jdbc = jdbc;
		this.backOff = new BackOff(properties.backoff());
		this.trial = properties.lease().multipliedBy(2);
		this.clock = clock;
	}

	/**
	 * Whether calls may be made now. Who gets HALF_OPEN has the trial and must report how
	 * it went.
	 */
	State acquire(PlatformId platform) {
		Instant now = this.clock.instant();
		Optional<Instant> openUntil = openUntil(platform);
		if (openUntil.isEmpty()) {
			this.failures.computeIfPresent(platform, (key, number) -> (number >= FAILURES) ? null : number);
			return State.CLOSED;
		}
		if (openUntil.get().isAfter(now)) {
			return State.OPEN;
		}
		boolean mine = this.jdbc
			.sql("UPDATE circuit_breaker SET open_until = :until WHERE platform = :platform AND open_until <= :now")
			.param("until", now.plus(this.trial))
			.param("platform", platform)
			.param("now", now)
			.update() == 1;
		return mine ? State.HALF_OPEN : State.OPEN;
	}

	/** Whether failures on this node opened the circuit since it was acquired. */
	boolean isTripped(PlatformId platform) {
		return this.failures.getOrDefault(platform, 0) >= FAILURES;
	}

	/** Whether nothing is wrong, without taking a trial. */
	boolean isClosed(PlatformId platform) {
		return openUntil(platform).isEmpty();
	}

	/** The LMS answered, be it yes or no. */
	void succeeded(PlatformId platform, State state) {
		this.failures.remove(platform);
		if (state == State.HALF_OPEN) {
			this.jdbc.sql("DELETE FROM circuit_breaker WHERE platform = :platform")
				.param("platform", platform)
				.update();
		}
	}

	/**
	 * The LMS did not answer, or with something that would meet every grade.
	 * @param retryAfter how long it wants no calls; absent if it does not say so
	 */
	void failed(PlatformId platform, State state, Delivery.Reason reason, @Nullable Duration retryAfter) {
		int number = this.failures.merge(platform, (retryAfter != null) ? FAILURES : 1, Integer::sum);
		if (state == State.HALF_OPEN || number >= FAILURES) {
			open(platform, state, reason, retryAfter);
		}
	}

	private void open(PlatformId platform, State state, Delivery.Reason reason, @Nullable Duration retryAfter) {
		int before = this.jdbc.sql("SELECT failures FROM circuit_breaker WHERE platform = :platform")
			.param("platform", platform)
			.query(Integer.class)
			.optional()
			.orElse(0);
		if (before > 0 && state != State.HALF_OPEN) {
			// Another thread was faster; its pause holds for all.
			return;
		}
		Instant until = until(before + 1, retryAfter);
		if (before > 0) {
			write("UPDATE circuit_breaker SET failures = :failures, reason = :reason, open_until = :until "
					+ "WHERE platform = :platform", platform, before + 1, reason, until);
			return;
		}
		try {
			write("""
					INSERT INTO circuit_breaker (platform, failures, reason, open_since, open_until)
					VALUES (:platform, :failures, :reason, :now, :until)""", platform, 1, reason, until);
		}
		catch (DuplicateKeyException ex) {
			// Another node was faster, and says the same.
		}
	}

	private Instant until(int failures, @Nullable Duration retryAfter) {
		Duration pause = this.backOff.pause(Math.min(failures, LONGEST_PAUSE),
				ThreadLocalRandom.current().nextDouble());
		if (retryAfter != null && retryAfter.compareTo(pause) > 0) {
			pause = (retryAfter.compareTo(LONGEST_WAIT) > 0) ? LONGEST_WAIT : retryAfter;
		}
		return this.clock.instant().plus(pause);
	}

	private void write(String sql, PlatformId platform, int failures, Delivery.Reason reason, Instant until) {
		this.jdbc.sql(sql)
			.param("platform", platform)
			.param("failures", failures)
			.param("reason", reason)
			.param("now", this.clock.instant())
			.param("until", until)
			.update();
	}

	private Optional<Instant> openUntil(PlatformId platform) {
		return this.jdbc.sql("SELECT open_until FROM circuit_breaker WHERE platform = :platform")
			.param("platform", platform)
			.query(Instant.class)
			.optional();
	}

	/** Whether an LMS may be called. */
	enum State {

		/** All is well. */
		CLOSED,

		/** With one grade, to see whether it is back. */
		HALF_OPEN,

		/** Not now. */
		OPEN

	}

	/** How long to leave an LMS alone after a failure. */
	static class BackOff {

		/** From here on a pause no longer grows: 10 s come to 22 hours. */
		private static final int LAST_DOUBLING = 13;

		/** Where a pause begins that waits for a human being: 10 s come to 85 minutes. */
		private static final int LONG_DOUBLING = 9;

		private final Duration first;

		BackOff(Duration first) {
			this.first = first;
		}

		/**
		 * The pause after so many failures in a row.
		 * @param jitter from 0 to 1; takes up to half of the pause away, so that those
		 * who failed together do not come back together
		 */
		Duration pause(int failures, double jitter) {
			return scaled(Math.max(0, failures - 1), jitter);
		}

		/** The pause after a failure that lasts until somebody changes something. */
		Duration longPause(int failures, double jitter) {
			return scaled(LONG_DOUBLING + Math.max(0, failures - 1), jitter);
		}

		private Duration scaled(int doublings, double jitter) {
			long pause = this.first.toMillis() << Math.min(doublings, LAST_DOUBLING);
			return Duration.ofMillis(Math.max(1, Math.round(pause * (1 - jitter / 2))));
		}

	}

}
