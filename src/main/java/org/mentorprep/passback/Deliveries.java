package org.mentorprep.passback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
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
			SELECT g.id, g.learner, g.resource_link, g.points, g.state, g.state_since, g.due_at,
			CASE WHEN p.enabled OR g.state <> 'ON_ITS_WAY' THEN COALESCE(g.problem, c.problem)
			ELSE 'PLATFORM_DISABLED' END AS obstacle, g.finding, g.found_points, g.checked_at, c.open_until
			FROM grade_delivery g JOIN platform p ON p.id = g.platform
			LEFT JOIN passback_circuit c ON c.platform = g.platform AND g.state = 'ON_ITS_WAY'
			""";

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

	/** All deliveries of some links. */
	public List<DeliveryLine> in(Collection<LinkId> links) {
		return this.jdbc.sql(COLUMNS + "WHERE g.resource_link IN (:links) ORDER BY g.created_at, g.id")
			.param("links", links.stream().map(LinkId::value).toList())
			.query((row, number) -> line(row))
			.list();
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
				new LinkId(row.getObject("resource_link", UUID.class)), delivery(row),
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
