package org.mentorprep.passback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.mentorprep.audit.Actor;
import org.mentorprep.audit.Ledger;
import org.mentorprep.launch.LearnerId;
import org.mentorprep.launch.LinkId;
import org.mentorprep.passback.Delivery.DeliveryLine;
import org.mentorprep.passback.GradeRecorder.GradeDue;

/** Tells where grades are, and has them sent again. */
@Component
public class Deliveries {

	private static final String COLUMNS = """
			SELECT g.id, g.learner, g.resource_link, g.created_at, g.points, g.state, g.state_since, g.due_at,
			CASE WHEN p.enabled OR g.state <> 'ON_ITS_WAY' THEN COALESCE(g.problem, c.problem)
			ELSE 'PLATFORM_DISABLED' END AS obstacle, g.finding, g.found_points, g.checked_at, c.open_until,
			COALESCE(n.name, '') AS called
			FROM grade_delivery g JOIN platform p ON p.id = g.platform JOIN learner n ON n.id = g.learner
			LEFT JOIN passback_circuit c ON c.platform = g.platform AND g.state = 'ON_ITS_WAY'
			""";

	/** The links of the course that a link is in, itself among them. */
	private static final String COURSE = """
			(SELECT l.id FROM resource_link here JOIN resource_link l ON l.id = here.id OR l.context = here.context
			WHERE here.id = :link)""";

	private final JdbcClient jdbc;

	private final GradeDeliveries outbox;

	private final Ledger ledger;

	private final ApplicationEventPublisher events;

	Deliveries(JdbcClient jdbc, GradeDeliveries outbox, Ledger ledger, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.outbox = outbox;
		this.ledger = ledger;
		this.events = events;
	}

	/**
	 * Empty if nothing was to be sent for this learner in this link. If the link's column
	 * was replaced by another, the latest counts.
	 */
	public Optional<Delivery> of(LearnerId learner, LinkId link) {
		return this.jdbc.sql(COLUMNS + """
				WHERE g.learner = :learner AND g.resource_link = :link
				ORDER BY g.created_at DESC
				FETCH FIRST 1 ROWS ONLY""")
			.param("learner", learner.value())
			.param("link", link.value())
			.query((row, number) -> delivery(row))
			.optional();
	}

	/**
	 * Some deliveries of the course that a link is in: those that want attention first,
	 * then by the name of the learner.
	 * @param after how many of them to leave out
	 */
	public List<DeliveryLine> inCourse(LinkId link, int after, int most) {
		return this.jdbc.sql("SELECT * FROM (" + COLUMNS + "WHERE g.resource_link IN " + COURSE + """
				) d ORDER BY CASE WHEN d.state = 'REFUSED' OR d.obstacle IS NOT NULL OR d.finding IN (:odd)
				THEN 0 ELSE 1 END, d.called, d.created_at, d.id OFFSET :after ROWS FETCH FIRST :most ROWS ONLY""")
			.param("link", link.value())
			.param("odd", GradeDeliveries.ODD)
			.param("after", after)
			.param("most", most)
			.query((row, number) -> line(row))
			.list();
	}

	/** How many deliveries of the course that a link is in are in each state. */
	public Map<Delivery.State, Integer> countsInCourse(LinkId link) {
		Map<Delivery.State, Integer> counts = new EnumMap<>(Delivery.State.class);
		this.jdbc
			.sql("SELECT state, COUNT(*) AS many FROM grade_delivery WHERE resource_link IN " + COURSE
					+ " GROUP BY state")
			.param("link", link.value())
			.query((row) -> {
				counts.put(Delivery.State.valueOf(row.getString("state")), row.getInt("many"));
			});
		return counts;
	}

	/**
	 * Sends a grade of one of the links again, and writes down who wanted that; does
	 * neither where it is about to be sent anyway or the gradebook has it, so that nobody
	 * floods an LMS or the ledger by clicking.
	 * @return whether there is such a grade
	 */
	@Transactional
	public boolean resend(Actor actor, UUID delivery, Collection<LinkId> links) {
		if (!this.outbox.resend(delivery, links)) {
			return this.jdbc.sql("SELECT count(*) FROM grade_delivery WHERE id = :id AND resource_link IN (:links)")
				.param("id", delivery)
				.param("links", links.stream().map(LinkId::value).toList())
				.query(Integer.class)
				.single() > 0;
		}
		this.ledger.record(actor, "passback.grade-resent", delivery.toString(), "");
		this.events.publishEvent(new GradeDue());
		return true;
	}

	private static DeliveryLine line(ResultSet row) throws SQLException {
		Instant due = moment(row, "due_at");
		Instant open = at(row, "open_until");
		String finding = row.getString("finding");
		return new DeliveryLine(row.getObject("id", UUID.class), new LearnerId(row.getObject("learner", UUID.class)),
				row.getString("called"), new LinkId(row.getObject("resource_link", UUID.class)), delivery(row),
				(open != null && open.isAfter(due)) ? open : due,
				(finding != null) ? Delivery.CheckResult.valueOf(finding) : null,
				row.getObject("found_points", Integer.class), at(row, "checked_at"));
	}

	private static Delivery delivery(ResultSet row) throws SQLException {
		return new Delivery(Delivery.State.valueOf(row.getString("state")), row.getInt("points"),
				moment(row, "state_since"), Delivery.Reason.of(row.getString("obstacle")));
	}

	private static Instant moment(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

}
