package org.mentorprep.passback;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.mentorprep.platform.PlatformId;

/**
 * The circuit breaker of each LMS. It opens for all nodes after some failures in a row,
 * if no call at all gets through or several line items fail; when its pause is over, one
 * grade of one node tries whether the LMS is back. Line items that gave no cause are not
 * held up by those that did.
 */
@Repository
class CircuitBreaker {

	/**
	 * So many failures in a row, not of one line item alone, are the fault of the LMS.
	 */
	static final int FAILURES = 5;

	/**
	 * From here on pauses do not grow: 10 s come to 11 minutes. One trial costs little.
	 */
	private static final int LONGEST_PAUSE = 7;

	/** An LMS can't close itself off for longer than that. */
	private static final Duration LONGEST_WAIT = Duration.ofHours(1);

	private final Map<PlatformId, Evidence> evidence = new ConcurrentHashMap<>();

	private final JdbcClient jdbc;

	private final FailingLineItems failing;

	private final BackOff backOff;

	/** How long a trial may take before another may begin: its node may have died. */
	private final Duration trial;

	private final Clock clock;

	private final Evidence none;

	/** A trial may take twice as long as a claim: tokens, a second try and a look. */
	CircuitBreaker(JdbcClient jdbc, FailingLineItems failing, PassbackProperties properties, Clock clock) {
		this.jdbc = jdbc;
		this.failing = failing;
		this.backOff = new BackOff(properties.backoff());
		this.trial = properties.lease().multipliedBy(2);
		this.clock = clock;
		this.none = new Evidence(0, null, false, clock.instant().truncatedTo(ChronoUnit.MICROS));
	}

	/**
	 * Whether calls may be made now. Who gets HALF_OPEN has the trial and must report how
	 * it went.
	 */
	State acquire(PlatformId platform) {
		Instant now = this.clock.instant();
		Optional<Open> open = open(platform);
		if (open.isEmpty()) {
			this.evidence.computeIfPresent(platform, (key, found) -> found.isEnough() ? null : found);
			return State.CLOSED;
		}
		State otherwise = open.get().wide() ? State.OPEN : State.OPEN_FOR_SOME;
		if (open.get().openUntil().isAfter(now)) {
			return otherwise;
		}
		boolean mine = this.jdbc
			.sql("UPDATE circuit_breaker SET open_until = :until WHERE platform = :platform AND open_until <= :now")
			.param("until", now.plus(this.trial))
			.param("platform", platform)
			.param("now", now)
			.update() == 1;
		return mine ? State.HALF_OPEN : otherwise;
	}

	/** Whether failures on this node opened the circuit since it was acquired. */
	boolean isTripped(PlatformId platform) {
		return this.evidence.getOrDefault(platform, this.none).isEnough();
	}

	/** Whether nothing is wrong, without taking a trial. */
	boolean isClosed(PlatformId platform) {
		return open(platform).isEmpty();
	}

	/**
	 * The LMS answered for a line item, be it yes or no.
	 * @return whether others waited for this line item
	 */
	boolean succeeded(PlatformId platform, State state, URI lineItem) {
		succeeded(platform, state);
		// What was claimed among those that are sound is not looked up for each grade.
		return state != State.CLOSED && this.failing.answered(platform, lineItem);
	}

	/** The LMS answered. */
	private void succeeded(PlatformId platform, State state) {
		this.evidence.put(platform, new Evidence(0, null, false, this.clock.instant().truncatedTo(ChronoUnit.MICROS)));
		if (!state.isClosed()) {
			this.jdbc.sql("DELETE FROM circuit_breaker WHERE platform = :platform")
				.param("platform", platform)
				.update();
			this.failing.wake(platform);
		}
	}

	/**
	 * Takes the line item that failed and whose turn it is, for one try.
	 * @return absent if there is none
	 */
	Optional<URI> takeFailing(PlatformId platform) {
		return this.failing.take(platform);
	}

	/** Nothing was sent to it after all. */
	void giveBack(PlatformId platform, URI lineItem) {
		this.failing.giveBack(platform, lineItem);
	}

	/** The LMS was not called at all: whoever comes next may try. */
	void untried(PlatformId platform, State state) {
		if (state == State.HALF_OPEN) {
			this.jdbc.sql("UPDATE circuit_breaker SET open_until = :now WHERE platform = :platform")
				.param("now", this.clock.instant())
				.param("platform", platform)
				.update();
		}
	}

	/** The LMS did not answer, or with something that may meet other grades, too. */
	void failed(PlatformId platform, State state, Failure failure) {
		Instant since = (failure.lineItem() != null)
				? this.failing.failed(platform, failure.lineItem(), failure.grade(), failure.retryAfter()) : null;
		Evidence found = this.evidence.compute(platform,
				(key, before) -> ((before != null) ? before : this.none).and(failure, since));
		if (state == State.HALF_OPEN || (state.isClosed() && found.isEnough())) {
			open(platform, state, failure);
		}
	}

	private void open(PlatformId platform, State state, Failure failure) {
		int before = this.jdbc.sql("SELECT failures FROM circuit_breaker WHERE platform = :platform")
			.param("platform", platform)
			.query(Integer.class)
			.optional()
			.orElse(0);
		if (before > 0 && state != State.HALF_OPEN) {
			// Another thread was faster; its pause holds for all.
			return;
		}
		Instant until = until(before + 1, failure.retryAfter());
		if (before > 0) {
			write("UPDATE circuit_breaker SET failures = :failures, reason = :reason, wide = :wide, open_until = :until "
					+ "WHERE platform = :platform", platform, before + 1, failure, until);
			return;
		}
		try {
			write("""
					INSERT INTO circuit_breaker (platform, failures, reason, wide, open_since, open_until)
					VALUES (:platform, :failures, :reason, :wide, :now, :until)""", platform, 1, failure, until);
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

	private void write(String sql, PlatformId platform, int failures, Failure failure, Instant until) {
		this.jdbc.sql(sql)
			.param("platform", platform)
			.param("failures", failures)
			.param("reason", failure.reason())
			.param("wide", failure.wide())
			.param("now", this.clock.instant())
			.param("until", until)
			.update();
	}

	private Optional<Open> open(PlatformId platform) {
		return this.jdbc.sql("SELECT open_until, wide FROM circuit_breaker WHERE platform = :platform")
			.param("platform", platform)
			.query(Open.class)
			.optional();
	}

	/**
	 * Why a grade did not get through.
	 *
	 * @param retryAfter how long the LMS wants no calls; absent if it does not say so
	 * @param lineItem whose fault it may be; absent if every call would meet it
	 */
	record Failure(UUID grade, Delivery.Reason reason, @Nullable Duration retryAfter, @Nullable URI lineItem) {

		boolean wide() {
			return this.lineItem == null;
		}

	}

	/** An open circuit breaker. */
	private record Open(Instant openUntil, boolean wide) {
	}

	/**
	 * What speaks against an LMS on this node since it answered last.
	 *
	 * @param lineItem of the first failure; absent if there was none
	 * @param several whether it is not this line item alone
	 * @param from a line item that failed before that is known, and says nothing new
	 */
	private record Evidence(int failures, @Nullable URI lineItem, boolean several, Instant from) {

		boolean isEnough() {
			return this.several && this.failures >= FAILURES;
		}

		Evidence and(Failure failure, @Nullable Instant since) {
			int more = (failure.retryAfter() != null) ? FAILURES : 1;
			if (since == null) {
				return new Evidence(this.failures + more, this.lineItem, true, this.from);
			}
			if (since.isBefore(this.from)) {
				return this;
			}
			boolean other = this.lineItem != null && !this.lineItem.equals(failure.lineItem());
			return new Evidence(this.failures + more, (this.lineItem != null) ? this.lineItem : failure.lineItem(),
					this.several || other, this.from);
		}

	}

	/** Whether an LMS may be called. */
	enum State {

		/** All is well. */
		CLOSED,

		/** All is well but for one line item, to which one grade is sent. */
		CLOSED_BUT_FAILING,

		/** With one grade, to see whether it is back. */
		HALF_OPEN,

		/** With grades for line items that gave no cause, one at a time. */
		OPEN_FOR_SOME,

		/** Not now. */
		OPEN;

		private boolean isClosed() {
			return this == CLOSED || this == CLOSED_BUT_FAILING;
		}

	}

}
