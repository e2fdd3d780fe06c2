package org.mentorprep.passback;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.mentorprep.platform.PlatformId;

/**
 * The line items of which the last score failed. Their grades are tried one at a time and
 * after those of all others, so that a broken line item costs the others nothing; after
 * some failures of several grades it is left alone for a while.
 */
@Repository
class FailingLineItems {

	/** So many grades that failed in a row are the fault of the line item. */
	static final int FAILURES = 3;

	/** From here on pauses do not grow: 10 s come to 85 minutes. */
	private static final int LONGEST_PAUSE = 10;

	/** A line item can't close itself off for longer than that. */
	private static final Duration LONGEST_WAIT = Duration.ofHours(6);

	private static final int LOOKS = 5;

	private final JdbcClient jdbc;

	private final BackOff backOff;

	/** How long a try may take before another may begin: its node may have died. */
	private final Duration trial;

	private final Clock clock;

	FailingLineItems(JdbcClient jdbc, PassbackProperties properties, Clock clock) {
		this.jdbc = jdbc;
		this.backOff = new BackOff(properties.backoff());
		this.trial = properties.lease().multipliedBy(2);
		this.clock = clock;
	}

	/**
	 * A score of this line item failed.
	 * @return since when it fails
	 */
	Instant failed(PlatformId platform, URI lineItem, UUID grade, @Nullable Duration retryAfter) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		Optional<Failing> before = find(platform, lineItem);
		int failures = before.map(Failing::failures).orElse(0)
				+ (before.filter((failing) -> failing.grade().equals(grade)).isPresent() ? 0 : 1);
		Failing failing = new Failing((retryAfter != null) ? Math.max(failures, FAILURES) : failures, grade,
				before.map(Failing::since).orElse(now));
		Instant next = now.plus(pause(failing.failures(), retryAfter));
		if (!update(platform, lineItem, failing, next)) {
			insert(platform, lineItem, failing, next);
			forgetIdle(platform);
		}
		return failing.since();
	}

	/** As long as it may be the fault of one grade, another may be tried at once. */
	private Duration pause(int failures, @Nullable Duration retryAfter) {
		if (failures < FAILURES) {
			return Duration.ZERO;
		}
		Duration pause = this.backOff.pause(Math.min(failures - FAILURES + 1, LONGEST_PAUSE),
				ThreadLocalRandom.current().nextDouble());
		if (retryAfter == null || retryAfter.compareTo(pause) < 0) {
			return pause;
		}
		return (retryAfter.compareTo(LONGEST_WAIT) > 0) ? LONGEST_WAIT : retryAfter;
	}

	private Optional<Failing> find(PlatformId platform, URI lineItem) {
		return this.jdbc.sql("""
				SELECT failures, grade, since FROM failing_line_item
				WHERE platform = :platform AND line_item = :lineItem""")
			.param("platform", platform)
			.param("lineItem", lineItem)
			.query(Failing.class)
			.optional();
	}

	private boolean update(PlatformId platform, URI lineItem, Failing failing, Instant next) {
		return write("""
				UPDATE failing_line_item SET failures = :failures, grade = :grade, next_try = :next
				WHERE platform = :platform AND line_item = :lineItem""", platform, lineItem, failing, next) == 1;
	}

	private void insert(PlatformId platform, URI lineItem, Failing failing, Instant next) {
		try {
			write("""
					INSERT INTO failing_line_item (platform, line_item, failures, grade, since, next_try)
					VALUES (:platform, :lineItem, :failures, :grade, :since, :next)""", platform, lineItem, failing,
					next);
		}
		catch (DuplicateKeyException ex) {
			// Another thread was faster, and says the same.
		}
	}

	private int write(String sql, PlatformId platform, URI lineItem, Failing failing, Instant next) {
		return this.jdbc.sql(sql)
			.param("platform", platform)
			.param("lineItem", lineItem)
			.param("failures", failing.failures())
			.param("grade", failing.grade())
			.param("since", failing.since())
			.param("next", next)
			.update();
	}

	/** Nothing waits for them any more, so that there are never more than line items. */
	private void forgetIdle(PlatformId platform) {
		this.jdbc.sql("""
				DELETE FROM failing_line_item WHERE platform = :platform AND NOT EXISTS (
				SELECT 1 FROM grade_delivery g WHERE g.line_item = failing_line_item.line_item
				AND g.platform = failing_line_item.platform AND g.state = 'ON_ITS_WAY')""")
			.param("platform", platform)
			.update();
	}

	/**
	 * The LMS answered for this line item, be it yes or no.
	 * @return whether it had been left alone, so that others wait for it
	 */
	boolean answered(PlatformId platform, URI lineItem) {
		boolean parked = find(platform, lineItem).filter((failing) -> failing.failures() >= FAILURES).isPresent();
		this.jdbc.sql("DELETE FROM failing_line_item WHERE platform = :platform AND line_item = :lineItem")
			.param("platform", platform)
			.param("lineItem", lineItem)
			.update();
		return parked;
	}

	/** Takes the line item whose turn it is, for one try; no other node has it then. */
	Optional<URI> take(PlatformId platform) {
		Instant now = this.clock.instant();
		return next(platform, now).stream()
			.filter((lineItem) -> this.jdbc.sql("""
					UPDATE failing_line_item SET next_try = :until
					WHERE platform = :platform AND line_item = :lineItem AND next_try <= :now""")
				.param("until", now.plus(this.trial))
				.param("platform", platform)
				.param("lineItem", lineItem)
				.param("now", now)
				.update() == 1)
			.findFirst()
			.map(URI::create);
	}

	private List<String> next(PlatformId platform, Instant now) {
		return this.jdbc
			.sql("""
					SELECT line_item FROM failing_line_item f WHERE platform = :platform AND next_try <= :now AND EXISTS (
					SELECT 1 FROM grade_delivery g WHERE g.line_item = f.line_item AND g.platform = f.platform
					AND g.state = 'ON_ITS_WAY' AND g.due_at <= :now AND (g.claimed_until IS NULL OR g.claimed_until <= :now))
					ORDER BY next_try FETCH FIRST :looks ROWS ONLY""")
			.param("platform", platform)
			.param("now", now)
			.param("looks", LOOKS)
			.query(String.class)
			.list();
	}

	/** Nothing was tried after all: others may. */
	void giveBack(PlatformId platform, URI lineItem) {
		this.jdbc
			.sql("UPDATE failing_line_item SET next_try = :now WHERE platform = :platform AND line_item = :lineItem")
			.param("now", this.clock.instant())
			.param("platform", platform)
			.param("lineItem", lineItem)
			.update();
	}

	/** The LMS is back: each of them may be tried once. */
	void wake(PlatformId platform) {
		this.jdbc.sql("UPDATE failing_line_item SET next_try = :now WHERE platform = :platform AND next_try > :now")
			.param("now", this.clock.instant())
			.param("platform", platform)
			.update();
	}

	/** A row as far as it is needed to go on counting. */
	private record Failing(int failures, UUID grade, Instant since) {
	}

}
