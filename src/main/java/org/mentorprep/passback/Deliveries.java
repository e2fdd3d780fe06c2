package org.mentorprep.passback;

import java.time.OffsetDateTime;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.mentorprep.launch.LearnerId;
import org.mentorprep.launch.LinkId;

/** Tells where grades are. */
@Component
public class Deliveries {

	private final JdbcClient jdbc;

	Deliveries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Empty if nothing was to be sent for this learner in this link. If the link's column
	 * was replaced by another, the latest counts.
	 */
	public Optional<Delivery> of(LearnerId learner, LinkId link) {
		return this.jdbc.sql("""
				SELECT state, points, state_since FROM grade_delivery
				WHERE learner = :learner AND resource_link = :link
				ORDER BY created_at DESC
				FETCH FIRST 1 ROWS ONLY""")
			.param("learner", learner.value())
			.param("link", link.value())
			.query((row, number) -> new Delivery(Delivery.State.valueOf(row.getString("state")), row.getInt("points"),
					row.getObject("state_since", OffsetDateTime.class).toInstant()))
			.optional();
	}

}
