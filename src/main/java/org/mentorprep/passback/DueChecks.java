package org.mentorprep.passback;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.mentorprep.launch.LinkId;
import org.mentorprep.platform.PlatformId;

/** The grades that have arrived and are due to be read in the gradebook. */
@Repository
class DueChecks {

	private static final int MOST = 200;

	/** How long a node may read before another may; also the pause after no answer. */
	private static final Duration PAUSE = Duration.ofMinutes(10);

	private static final Duration A_DAY = Duration.ofDays(1);

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	DueChecks(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * Takes what is due, so that no other node reads the same before the pause is over.
	 * Found first and locked then, for H2 would sort all that is due, to lock some.
	 */
	List<DueCheck> take(PlatformId platform) {
		Instant now = this.clock.instant();
		List<UUID> found = this.jdbc.sql("""
				SELECT id FROM grade_delivery WHERE platform = :platform AND check_at <= :now AND state = 'ARRIVED'
				ORDER BY platform, check_at FETCH FIRST :most ROWS ONLY""")
			.param("platform", platform)
			.param("now", now)
			.param("most", MOST)
			.query(UUID.class)
			.list();
		return found.isEmpty() ? List.of() : this.transaction.execute((status) -> take(found, now));
	}

	private List<DueCheck> take(List<UUID> found, Instant now) {
		List<DueCheck> due = this.jdbc
			.sql("""
					SELECT id, resource_link AS link, line_item AS stored_line_item, user_id, points, revision, state_since AS since
					FROM grade_delivery
					WHERE id IN (:found) AND check_at <= :now AND state = 'ARRIVED' FOR UPDATE SKIP LOCKED""")
			.param("found", found)
			.param("now", now)
			.query(DueCheck.class)
			.list();
		if (!due.isEmpty()) {
			this.jdbc.sql("UPDATE grade_delivery SET check_at = :later WHERE id IN (:ids)")
				.param("later", now.plus(PAUSE))
				.param("ids", due.stream().map(DueCheck::id).toList())
				.update();
		}
		return due;
	}

	/**
	 * Writes down what was found. The next check comes when the grade has been there for
	 * as long again. Changes nothing if a newer grade came in meanwhile.
	 * @param points of the grade that was found; absent if none was
	 */
	void settle(DueCheck check, Delivery.CheckResult result, @Nullable Integer points) {
		Instant now = this.clock.instant();
		Duration there = Duration.between(check.since(), now);
		this.jdbc.sql("""
				UPDATE grade_delivery SET check_result = :result, found_points = :points, checked_at = :now,
				check_at = :next
				WHERE id = :id AND revision = :revision AND state = 'ARRIVED'""")
			.param("result", result)
			.param("points", points)
			.param("now", now)
			.param("next", now.plus((there.compareTo(A_DAY) > 0) ? there : A_DAY))
			.param("id", check.id())
			.param("revision", check.revision())
			.update();
	}

	/**
	 * Sends a grade again that was in the gradebook and is gone from it, or that is not
	 * there when its learner comes. Any other is not: an LMS that shows us none would get
	 * it for ever.
	 * @return whether it is sent
	 */
	boolean isSentAgain(DueCheck check) {
		Instant now = this.clock.instant();
		return this.jdbc
			.sql("""
					UPDATE grade_delivery SET state = 'ON_ITS_WAY', state_since = :now, due_at = :now, tries = 0,
					revision = revision + 1, check_result = NULL, found_points = NULL, checked_at = NULL, check_at = NULL
					WHERE id = :id AND revision = :revision AND state = 'ARRIVED'
					AND (check_result IN ('AS_SENT', 'OTHER_GRADE') OR (check_result IS NULL AND checked_at IS NOT NULL))""")
			.param("now", now)
			.param("id", check.id())
			.param("revision", check.revision())
			.update() == 1;
	}

	/** A result to read, and the points that should be there. */
	record DueCheck(UUID id, LinkId link, String storedLineItem, String userId, int points, long revision,
			Instant since) {

		URI lineItem() {
			return LineItems.read(this.storedLineItem);
		}

	}

}
