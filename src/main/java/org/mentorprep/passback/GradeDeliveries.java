package org.mentorprep.passback;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import org.mentorprep.audit.Actor;
import org.mentorprep.audit.Ledger;
import org.mentorprep.launch.Enrolment;
import org.mentorprep.launch.LearnerId;
import org.mentorprep.launch.LinkId;
import org.mentorprep.passback.Delivery.DeliveryLine;

/**
 * The grades that gradebooks have or should have: who earns one writes it here, who wants
 * to know where it is reads it here. Writers hold the person's lock, and those who send
 * hold a claim; the two may meet on one row, and a newer grade outlives the reply to the
 * one before.
 */
@Repository
public class GradeDeliveries {

	/** What is wrong with the LMS or the line item is said of the grade, too. */
	private static final String REASON = """
			CASE WHEN g.state <> 'ON_ITS_WAY' THEN g.reason WHEN NOT p.enabled THEN 'PLATFORM_DISABLED'
			WHEN g.reason NOT IN ('UNREACHABLE', 'NO_ANSWER', 'UNCLEAR', 'TRY_LATER') THEN g.reason
			WHEN c.reason IS NOT NULL AND (c.wide OR f.failures IS NOT NULL) THEN c.reason
			WHEN f.failures >= 3 THEN 'LINE_ITEM_FAILING'
			ELSE g.reason END AS reason""";

	private static final String TABLES = """
			 FROM grade_delivery g JOIN platform p ON p.id = g.platform
			LEFT JOIN circuit_breaker c ON c.platform = g.platform AND g.state = 'ON_ITS_WAY'
			LEFT JOIN failing_line_item f ON f.platform = g.platform AND f.line_item = g.line_item
			AND g.state = 'ON_ITS_WAY'
			""";

	/** The links of the course that a link is in, itself among them. */
	private static final String COURSE = """
			(SELECT l.id FROM resource_link here JOIN resource_link l ON l.id = here.id OR l.context = here.context
			WHERE here.id = :link)""";

	/** The results of a check that course staff should know. */
	/** Who comes twice in this time does not have the gradebook read twice. */
	private static final Duration A_MOMENT = Duration.ofMinutes(5);

	static final List<String> ODD = Stream.of(Delivery.CheckResult.values())
		.filter(Delivery.CheckResult::isOdd)
		.map(Delivery.CheckResult::name)
		.toList();

	private final JdbcClient jdbc;

	private final Ledger ledger;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	GradeDeliveries(JdbcClient jdbc, Ledger ledger, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.ledger = ledger;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Empty if nothing was to be sent for this learner in this link. If the link's line
	 * item was replaced by another, the latest counts.
	 */
	public Optional<Delivery> of(LearnerId learner, LinkId link) {
		return this.jdbc.sql("SELECT g.state, g.points, g.state_since AS since, " + REASON + TABLES + """
				WHERE g.learner = :learner AND g.resource_link = :link
				ORDER BY g.created_at DESC
				FETCH FIRST 1 ROWS ONLY""")
			.param("learner", learner)
			.param("link", link)
			.query((row, number) -> new Delivery(Delivery.State.valueOf(row.getString("state")), row.getInt("points"),
					row.getObject("since", OffsetDateTime.class).toInstant(),
					Delivery.Reason.read(row.getString("reason"))))
			.optional();
	}

	/**
	 * Some deliveries of the course that a link is in: those that want attention first,
	 * then by the name of the learner.
	 * @param after how many of them to leave out
	 */
	public List<DeliveryLine> inCourse(LinkId link, int after, int most) {
		return this.jdbc.sql("""
				SELECT d.* FROM (SELECT g.id, g.learner, COALESCE(n.name, '') AS name, g.resource_link AS link,
				g.state, g.points, g.state_since AS since,
				CASE WHEN c.open_until > g.due_at THEN c.open_until WHEN f.next_try > g.due_at THEN f.next_try
				ELSE g.due_at END AS next_try, g.said, g.check_result, g.found_points, g.checked_at, g.created_at,\s"""
				+ REASON + TABLES + """
						JOIN learner n ON n.id = g.learner WHERE g.resource_link IN\s""" + COURSE + """
						) d ORDER BY CASE WHEN d.state = 'REFUSED' OR d.reason IS NOT NULL OR d.check_result IN (:odd)
						THEN 0 ELSE 1 END, d.name, d.created_at, d.id OFFSET :after ROWS FETCH FIRST :most ROWS ONLY""")
			.param("link", link)
			.param("odd", ODD)
			.param("after", after)
			.param("most", most)
			.query(StoredLine.class)
			.list()
			.stream()
			.map(StoredLine::line)
			.toList();
	}

	/** How many deliveries of the course that a link is in are in each state. */
	public Map<Delivery.State, Integer> countsInCourse(LinkId link) {
		return this.jdbc
			.sql("SELECT state, COUNT(*) AS many FROM grade_delivery WHERE resource_link IN " + COURSE
					+ " GROUP BY state")
			.param("link", link)
			.query(StateCount.class)
			.list()
			.stream()
			.collect(Collectors.toMap(StateCount::state, StateCount::many));
	}

	/** How many grades are on their way. */
	long waiting() {
		return this.jdbc.sql("SELECT count(*) FROM grade_delivery WHERE state = 'ON_ITS_WAY'")
			.query(Long.class)
			.single();
	}

	/**
	 * Makes a grade the one to deliver, now, unless the row has it already.
	 * @return whether there is something to send
	 */
	boolean put(Enrolment enrolment, URI lineItem, Grade grade) {
		Optional<Grade> known = this.jdbc.sql("""
				SELECT points, completed, remark FROM grade_delivery
				WHERE learner = :learner AND line_item = :lineItem""")
			.param("learner", enrolment.learner())
			.param("lineItem", lineItem)
			.query(Grade.class)
			.optional();
		if (known.isPresent() && known.get().equals(grade)) {
			return false;
		}
		// Waiting begins with the first revision that the gradebook does not have.
		write(known.isEmpty() ? """
				INSERT INTO grade_delivery (id, learner, resource_link, platform, line_item, user_id, points,
				completed, remark, revision, state, state_since, due_at, tries, created_at)
				VALUES (:id, :learner, :link, :platform, :lineItem, :userId, :points, :completed, :remark, 1,
				'ON_ITS_WAY', :now, :now, 0, :now)""" : """
				UPDATE grade_delivery SET resource_link = :link, user_id = :userId, points = :points,
				completed = :completed, remark = :remark, revision = revision + 1,
				state_since = CASE WHEN state = 'ON_ITS_WAY' THEN state_since ELSE :now END,
				state = 'ON_ITS_WAY', due_at = :now, tries = 0, reason = NULL, said = NULL, check_result = NULL,
				check_at = NULL, checked_at = NULL
				WHERE learner = :learner AND line_item = :lineItem""", enrolment, lineItem, grade);
		this.events.publishEvent(new GradeDue());
		return true;
	}

	private void write(String sql, Enrolment enrolment, URI lineItem, Grade grade) {
		this.jdbc.sql(sql)
			.param("id", UUID.randomUUID())
			.param("learner", enrolment.learner())
			.param("link", enrolment.link().id())
			.param("platform", enrolment.link().platform())
			.param("lineItem", lineItem)
			.param("userId", enrolment.sub())
			.param("points", grade.points())
			.param("completed", grade.completed())
			.param("remark", grade.remark())
			.param("now", this.clock.instant())
			.update();
	}

	/**
	 * Tries a grade again that was refused or is having a pause, now that its learner
	 * came from the LMS. One that arrived is looked up in the gradebook, unless that was
	 * done a moment ago: the course may have been reset.
	 * @return whether there is something to do
	 */
	boolean revive(Enrolment enrolment, URI lineItem) {
		return isDue(this.jdbc.sql("""
				UPDATE grade_delivery SET
				state_since = CASE WHEN state = 'REFUSED' THEN :now ELSE state_since END,
				due_at = CASE WHEN state = 'ARRIVED' THEN due_at ELSE :now END,
				check_at = CASE WHEN state = 'ARRIVED' THEN :now ELSE check_at END,
				check_result = CASE WHEN state = 'ARRIVED' THEN NULL ELSE check_result END,
				state = CASE WHEN state = 'REFUSED' THEN 'ON_ITS_WAY' ELSE state END
				WHERE learner = :learner AND line_item = :lineItem
				AND (state = 'REFUSED' OR (state = 'ON_ITS_WAY' AND due_at > :now)
				OR (state = 'ARRIVED' AND check_at > :now AND checked_at < :moment))""")
			.param("now", this.clock.instant())
			.param("moment", this.clock.instant().minus(A_MOMENT))
			.param("learner", enrolment.learner())
			.param("lineItem", lineItem)
			.update());
	}

	/** Forgets what never reached a line item that the link has no more. */
	void forgetOthers(Enrolment enrolment, URI lineItem) {
		this.jdbc.sql("""
				DELETE FROM grade_delivery
				WHERE learner = :learner AND resource_link = :link AND line_item <> :lineItem AND state <> 'ARRIVED'
				AND (claimed_until IS NULL OR claimed_until <= :now)""")
			.param("learner", enrolment.learner())
			.param("link", enrolment.link().id())
			.param("lineItem", lineItem)
			.param("now", this.clock.instant())
			.update();
	}

	/**
	 * Sends a grade of the course that a link is in again, and writes down who wanted
	 * that; does neither where it is about to be sent anyway, so that nobody floods an
	 * LMS or the ledger by clicking.
	 * @return whether there is such a grade
	 */
	@Transactional
	public boolean resend(Actor actor, UUID delivery, LinkId link) {
		if (isDue(resend(delivery, link))) {
			this.ledger.record(actor, "passback.grade-resent", delivery.toString(), "");
			return true;
		}
		return this.jdbc.sql("SELECT count(*) FROM grade_delivery WHERE id = :id AND resource_link IN " + COURSE)
			.param("id", delivery)
			.param("link", link)
			.query(Integer.class)
			.single() > 0;
	}

	/** Only where that could change anything. */
	private int resend(UUID delivery, LinkId link) {
		// Whoever set a line item right wants to see it work.
		this.jdbc.sql("""
				UPDATE failing_line_item SET next_try = :now WHERE next_try > :now AND line_item IN (
				SELECT line_item FROM grade_delivery g WHERE g.id = :id AND g.platform = failing_line_item.platform
				AND g.resource_link IN\s""" + COURSE + ")")
			.param("now", this.clock.instant())
			.param("id", delivery)
			.param("link", link)
			.update();
		return this.jdbc.sql("""
				UPDATE grade_delivery SET revision = revision + 1,
				state_since = CASE WHEN state = 'ON_ITS_WAY' THEN state_since ELSE :now END,
				state = 'ON_ITS_WAY', due_at = :now, tries = 0, check_result = NULL, check_at = NULL,
				checked_at = NULL
				WHERE id = :id AND resource_link IN\s""" + COURSE + """
				 AND (state = 'REFUSED' OR (state = 'ON_ITS_WAY' AND due_at > :now)
				OR state = 'ARRIVED')""")
			.param("now", this.clock.instant())
			.param("id", delivery)
			.param("link", link)
			.update();
	}

	private boolean isDue(int changed) {
		if (changed > 0) {
			this.events.publishEvent(new GradeDue());
		}
		return changed > 0;
	}

	/** A grade is to be sent as soon as the transaction that says so is committed. */
	record GradeDue() {
	}

	/** As it is stored, perhaps by another version. */
	private record StoredLine(UUID id, LearnerId learner, String name, LinkId link, Delivery.State state, int points,
			Instant since, @Nullable String reason, @Nullable String said, Instant nextTry,
			@Nullable String checkResult, @Nullable Integer foundPoints, @Nullable Instant checkedAt) {

		DeliveryLine line() {
			return new DeliveryLine(this.id, this.learner, this.name, this.link, this.state, this.points, this.since,
					Delivery.Reason.read(this.reason), this.said, this.nextTry,
					Delivery.CheckResult.read(this.checkResult), this.foundPoints, this.checkedAt);
		}

	}

	/** How many deliveries are in a state. */
	private record StateCount(Delivery.State state, int many) {
	}

}
