package org.mentorprep.passback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.mentorprep.platform.PlatformId;

/**
 * The circuit of each LMS. It opens after some failures in a row, for all nodes; when its
 * pause is over, one grade of one node tries whether the LMS is back.
 */
public class CircuitBreaker {

	/** So many failures in a row, whoever's grades they are, are the fault of the LMS. */
	static final int FAILURES = 5;

	/**
	 * From here on pauses do not grow: 10 s come to 11 minutes. One trial costs little.
	 */
	private static final int LONGEST_PAUSE = 7;

	private static final Duration LONGEST_WISH = Duration.ofHours(1);

	private final Map<PlatformId, Integer> failures = new ConcurrentHashMap<>();

	private final JdbcClient jdbc;

	private final BackOff backOff;

	private final Duration trial;

	private final Clock clock;

	/**
	 * @param trial how long whoever tries has to come back before another may try: it may
	 * have died
	 */
	public CircuitBreaker(JdbcClient jdbc, BackOff backOff, Duration trial, Clock clock) {
		this.jdbc = jdbc;
		this.backOff = backOff;
		this.trial = trial;
		this.clock = clock;
	}

	/** Whether calls may be made now. Who is told to try must report what came of it. */
	public Pass pass(PlatformId platform) {
		Instant now = this.clock.instant();
		Optional<Instant> openUntil = openUntil(platform);
		if (openUntil.isEmpty()) {
			this.failures.computeIfPresent(platform, (key, number) -> (number >= FAILURES) ? null : number);
			return Pass.FREE;
		}
		if (openUntil.get().isAfter(now)) {
			return Pass.CLOSED_OFF;
		}
		boolean mine = this.jdbc
			.sql("UPDATE passback_circuit SET open_until = :until WHERE platform = :platform AND open_until <= :now")
			.param("until", at(now.plus(this.trial)))
			.param("platform", platform.value())
			.param("now", at(now))
			.update() == 1;
		return mine ? Pass.TRIAL : Pass.CLOSED_OFF;
	}

	/** Whether failures on this node opened the circuit since the pass was given. */
	public boolean isTripped(PlatformId platform) {
		return this.failures.getOrDefault(platform, 0) >= FAILURES;
	}

	/** Whether nothing is wrong, without taking a trial. */
	public boolean isFree(PlatformId platform) {
		return openUntil(platform).isEmpty();
	}

	/** The LMS answered, be it yes or no. */
	public void answered(PlatformId platform, Pass pass) {
		this.failures.remove(platform);
		if (pass == Pass.TRIAL) {
			this.jdbc.sql("DELETE FROM passback_circuit WHERE platform = ?").param(platform.value()).update();
		}
	}

	/**
	 * The LMS did not answer, or with something that would meet every grade.
	 * @param wish how long it asks to be left alone
	 */
	public void failed(PlatformId platform, Pass pass, String problem, @Nullable Duration wish) {
		int number = this.failures.merge(platform, (wish != null) ? FAILURES : 1, Integer::sum);
		if (pass == Pass.TRIAL || number >= FAILURES) {
			open(platform, pass, problem, wish);
		}
	}

	private void open(PlatformId platform, Pass pass, String problem, @Nullable Duration wish) {
		int before = this.jdbc.sql("SELECT failures FROM passback_circuit WHERE platform = ?")
			.param(platform.value())
			.query(Integer.class)
			.optional()
			.orElse(0);
		if (before > 0 && pass != Pass.TRIAL) {
			// Another lane was faster; its pause holds for all.
			return;
		}
		Instant until = until(before + 1, wish);
		if (before > 0) {
			write("UPDATE passback_circuit SET failures = :failures, problem = :problem, open_until = :until "
					+ "WHERE platform = :platform", platform, before + 1, problem, until);
			return;
		}
		try {
			write("""
					INSERT INTO passback_circuit (platform, failures, problem, open_since, open_until)
					VALUES (:platform, :failures, :problem, :now, :until)""", platform, 1, problem, until);
		}
		catch (DuplicateKeyException ex) {
			// Another node was faster, and says the same.
		}
	}

	private Instant until(int failures, @Nullable Duration wish) {
		Duration pause = this.backOff.pause(Math.min(failures, LONGEST_PAUSE),
				ThreadLocalRandom.current().nextDouble());
		if (wish != null && wish.compareTo(pause) > 0) {
			pause = (wish.compareTo(LONGEST_WISH) > 0) ? LONGEST_WISH : wish;
		}
		return this.clock.instant().plus(pause);
	}

	private void write(String sql, PlatformId platform, int failures, String problem, Instant until) {
		this.jdbc.sql(sql)
			.param("platform", platform.value())
			.param("failures", failures)
			.param("problem", problem)
			.param("now", at(this.clock.instant()))
			.param("until", at(until))
			.update();
	}

	private Optional<Instant> openUntil(PlatformId platform) {
		return this.jdbc.sql("SELECT open_until FROM passback_circuit WHERE platform = ?")
			.param(platform.value())
			.query((row, number) -> row.getObject("open_until", OffsetDateTime.class).toInstant())
			.optional();
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
	}

	/** How long to leave an LMS alone after a failure. */
	public static class BackOff {

		/** From here on a pause no longer grows: 10 s come to 22 hours. */
		private static final int LAST_DOUBLING = 13;

		/** Where a pause begins that waits for a human being: 10 s come to 85 minutes. */
		private static final int LONG_DOUBLING = 9;

		private final Duration first;

		public BackOff(Duration first) {
			this.first = first;
		}

		/**
		 * The pause after so many failures in a row.
		 * @param jitter from 0 to 1; takes up to half of the pause away, so that those
		 * who failed together do not come back together
		 */
		public Duration pause(int failures, double jitter) {
			return scaled(Math.max(0, failures - 1), jitter);
		}

		/** The pause after a failure that lasts until somebody changes something. */
		public Duration longPause(int failures, double jitter) {
			return scaled(LONG_DOUBLING + Math.max(0, failures - 1), jitter);
		}

		private Duration scaled(int doublings, double jitter) {
			long pause = this.first.toMillis() << Math.min(doublings, LAST_DOUBLING);
			return Duration.ofMillis(Math.max(1, Math.round(pause * (1 - jitter / 2))));
		}

	}

	/** Whether an LMS may be called. */
	public enum Pass {

		/** All is well. */
		FREE,

		/** With one grade, to see whether it is back. */
		TRIAL,

		/** Not now. */
		CLOSED_OFF

	}

}
