package org.mentorprep.passback;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.mentorprep.launch.Enrolment;
import org.mentorprep.passback.grade.Grade;
import org.mentorprep.platform.PlatformId;

/**
 * The rows on their way to gradebooks. Those who write standings hold the person's lock;
 * those who send hold a claim. The two may meet on one row: a newer standing outlives the
 * answer to the one before.
 */
@Component
class Outbox {

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Outbox(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * Makes a grade the one to deliver, now, unless the row has it already.
	 * @param lineItem the link's column
	 * @return whether there is something to send
	 */
	boolean put(Enrolment enrolment, URI lineItem, Grade grade) {
		Optional<Grade> known = this.jdbc.sql("""
				SELECT points, completed, remark FROM grade_delivery
				WHERE learner = :learner AND line_item = :lineItem""")
			.param("learner", enrolment.learner().value())
			.param("lineItem", lineItem.toString())
			.query((row, number) -> grade(row))
			.optional();
		if (known.isEmpty()) {
			write("""
					INSERT INTO grade_delivery (id, learner, resource_link, platform, line_item, user_id, points,
					completed, remark, standing, state, state_since, due_at, tries, created_at)
					VALUES (:id, :learner, :link, :platform, :lineItem, :userId, :points, :completed, :remark, 1,
					'ON_ITS_WAY', :now, :now, 0, :now)""", enrolment, lineItem, grade);
			return true;
		}
		if (known.get().equals(grade)) {
			return false;
		}
		// Waiting begins with the first standing that the gradebook does not have.
		write("""
				UPDATE grade_delivery SET resource_link = :link, user_id = :userId, points = :points,
				completed = :completed, remark = :remark, standing = standing + 1,
				state_since = CASE WHEN state = 'ON_ITS_WAY' THEN state_since ELSE :now END,
				state = 'ON_ITS_WAY', due_at = :now, tries = 0, problem = NULL
				WHERE learner = :learner AND line_item = :lineItem""", enrolment, lineItem, grade);
		return true;
	}

	/**
	 * Tries a grade again that was refused or is having a pause, now that its learner
	 * came from the LMS.
	 * @return whether there is something to send
	 */
	boolean revive(Enrolment enrolment, URI lineItem) {
		return this.jdbc.sql("""
				UPDATE grade_delivery SET
				state_since = CASE WHEN state = 'ON_ITS_WAY' THEN state_since ELSE :now END,
				state = 'ON_ITS_WAY', due_at = :now
				WHERE learner = :learner AND line_item = :lineItem
				AND (state = 'REFUSED' OR (state = 'ON_ITS_WAY' AND due_at > :now))""")
			.param("now", at(this.clock.instant()))
			.param("learner", enrolment.learner().value())
			.param("lineItem", lineItem.toString())
			.update() > 0;
	}

	/**
	 * Takes rows that are due and nobody else has, oldest first. Two statements in a
	 * short transaction: in one, H2 works the inner question out twice and, where rows
	 * became due at the same moment, takes only those that both answers share.
	 */
	List<ClaimedGrade> claim(int most, Duration lease) {
		return this.transaction.execute((status) -> {
			List<ClaimedGrade> claimed = lockDue(most, lease);
			if (!claimed.isEmpty()) {
				this.jdbc.sql("UPDATE grade_delivery SET claim = :claim, claimed_until = :until WHERE id IN (:ids)")
					.param("claim", claimed.get(0).claim())
					.param("until", at(claimed.get(0).claimedUntil()))
					.param("ids", claimed.stream().map(ClaimedGrade::id).toList())
					.update();
			}
			return claimed;
		});
	}

	private List<ClaimedGrade> lockDue(int most, Duration lease) {
		UUID claim = UUID.randomUUID();
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				SELECT id, platform, line_item, user_id, points, completed, remark, standing, tries, last_stamp
				FROM grade_delivery
				WHERE state = 'ON_ITS_WAY' AND due_at <= :now AND (claimed_until IS NULL OR claimed_until <= :now)
				ORDER BY due_at FETCH FIRST :most ROWS ONLY FOR UPDATE SKIP LOCKED""")
			.param("now", at(now))
			.param("most", most)
			.query((row, number) -> claimed(row, claim, now.plus(lease)))
			.list();
	}

	/**
	 * Writes down what became of a claimed grade and gives it back. Changes nothing if
	 * the claim has run out and another node took over; and if a newer standing came in
	 * meanwhile, that one stays due.
	 */
	void settle(ClaimedGrade claimed, Settlement settlement) {
		this.jdbc.sql("""
				UPDATE grade_delivery SET claim = NULL, claimed_until = NULL, last_stamp = :stamp,
				state_since = CASE WHEN standing = :standing AND state <> :state THEN :now ELSE state_since END,
				state = CASE WHEN standing = :standing THEN :state ELSE state END,
				due_at = CASE WHEN standing = :standing THEN :dueAt ELSE due_at END,
				tries = CASE WHEN standing = :standing THEN :tries ELSE tries END,
				problem = CASE WHEN standing = :standing THEN :problem ELSE problem END
				WHERE id = :id AND claim = :claim""")
			.param("stamp", at(settlement.stamp()))
			.param("standing", claimed.standing())
			.param("state", settlement.state().name())
			.param("now", at(this.clock.instant()))
			.param("dueAt", at(settlement.dueAt()))
			.param("tries", settlement.tries())
			.param("problem", settlement.problem())
			.param("id", claimed.id())
			.param("claim", claimed.claim())
			.update();
	}

	/** Gives back a claimed grade that was not touched. */
	void release(ClaimedGrade claimed) {
		this.jdbc.sql("UPDATE grade_delivery SET claim = NULL, claimed_until = NULL WHERE id = :id AND claim = :claim")
			.param("id", claimed.id())
			.param("claim", claimed.claim())
			.update();
	}

	/** How many grades are on their way. */
	long waiting() {
		return this.jdbc.sql("SELECT count(*) FROM grade_delivery WHERE state = 'ON_ITS_WAY'")
			.query(Long.class)
			.single();
	}

	private void write(String sql, Enrolment enrolment, URI lineItem, Grade grade) {
		this.jdbc.sql(sql)
			.param("id", UUID.randomUUID())
			.param("learner", enrolment.learner().value())
			.param("link", enrolment.link().id().value())
			.param("platform", enrolment.link().platform().value())
			.param("lineItem", lineItem.toString())
			.param("userId", enrolment.sub())
			.param("points", grade.points())
			.param("completed", grade.completed())
			.param("remark", grade.remark())
			.param("now", at(this.clock.instant()))
			.update();
	}

	private static ClaimedGrade claimed(ResultSet row, UUID claim, Instant until) throws SQLException {
		OffsetDateTime lastStamp = row.getObject("last_stamp", OffsetDateTime.class);
		return new ClaimedGrade(row.getObject("id", UUID.class), claim, until,
				new PlatformId(row.getObject("platform", UUID.class)), URI.create(row.getString("line_item")),
				row.getString("user_id"), grade(row), row.getLong("standing"), row.getInt("tries"),
				(lastStamp != null) ? lastStamp.toInstant() : null);
	}

	private static Grade grade(ResultSet row) throws SQLException {
		return new Grade(row.getInt("points"), row.getBoolean("completed"), row.getString("remark"));
	}

	/** Databases keep microseconds and round up: what is due now would be due later. */
	private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
		return (instant != null) ? instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC) : null;
	}

}
