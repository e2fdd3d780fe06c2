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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.mentorprep.launch.Enrolment;
import org.mentorprep.launch.LinkId;

/**
 * The rows on their way to gradebooks, as those see them who write standings. They hold
 * the person's lock, and those who send hold a claim; the two may meet on one row, and a
 * newer standing outlives the answer to the one before.
 */
@Component
class GradeDeliveries {

	/** The results of a check that course staff should know. */
	static final List<String> ODD = Stream.of(Delivery.CheckResult.values())
		.filter(Delivery.CheckResult::isOdd)
		.map(Delivery.CheckResult::name)
		.toList();

	private final JdbcClient jdbc;

	private final Clock clock;

	GradeDeliveries(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
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
				state = 'ON_ITS_WAY', due_at = :now, tries = 0, problem = NULL, finding = NULL,
				check_at = NULL
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
	 * Sends a grade once more that course staff want sent, if that could change anything:
	 * it was refused, is having a pause, or the gradebook holds something else.
	 * @return whether there is something to send
	 */
	boolean resend(UUID id, Collection<LinkId> links) {
		return this.jdbc.sql("""
				UPDATE grade_delivery SET standing = standing + 1,
				state_since = CASE WHEN state = 'ON_ITS_WAY' THEN state_since ELSE :now END,
				state = 'ON_ITS_WAY', due_at = :now, tries = 0, finding = NULL, check_at = NULL
				WHERE id = :id AND resource_link IN (:links)
				AND (state = 'REFUSED' OR (state = 'ON_ITS_WAY' AND due_at > :now)
				OR (state = 'ARRIVED' AND finding IN (:odd)))""")
			.param("now", at(this.clock.instant()))
			.param("id", id)
			.param("odd", ODD)
			.param("links", links.stream().map(LinkId::value).toList())
			.update() > 0;
	}

	/**
	 * All grades of a link go to another column from now on, those in the old one too.
	 */
	void move(LinkId link, URI from, URI to) {
		this.jdbc.sql("""
				UPDATE grade_delivery SET line_item = :newItem,
				state_since = CASE WHEN state = 'ON_ITS_WAY' THEN state_since ELSE :now END,
				state = 'ON_ITS_WAY', due_at = :now, finding = NULL, check_at = NULL
				WHERE resource_link = :link AND line_item = :oldItem AND NOT EXISTS (
				SELECT 1 FROM grade_delivery other
				WHERE other.learner = grade_delivery.learner AND other.line_item = :newItem)""")
			.param("now", at(this.clock.instant()))
			.param("link", link.value())
			.param("oldItem", from.toString())
			.param("newItem", to.toString())
			.update();
	}

	/** Forgets what never reached a column that the link has no more. */
	void forgetOthers(Enrolment enrolment, URI lineItem) {
		this.jdbc.sql("""
				DELETE FROM grade_delivery
				WHERE learner = :learner AND resource_link = :link AND line_item <> :lineItem AND state <> 'ARRIVED'
				AND (claimed_until IS NULL OR claimed_until <= :now)""")
			.param("learner", enrolment.learner().value())
			.param("link", enrolment.link().id().value())
			.param("lineItem", lineItem.toString())
			.param("now", at(this.clock.instant()))
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

	static Grade grade(ResultSet row) throws SQLException {
		return new Grade(row.getInt("points"), row.getBoolean("completed"), row.getString("remark"));
	}

	/** Databases keep microseconds and round up: what is due now would be due later. */
	static @Nullable OffsetDateTime at(@Nullable Instant instant) {
		return (instant != null) ? instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC) : null;
	}

}
