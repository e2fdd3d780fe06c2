package org.mentorprep.passback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The operator's page of deliveries. */
@Controller
class DeliveriesController {

	private final JdbcClient jdbc;

	DeliveriesController(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@GetMapping("/operator/deliveries")
	ModelAndView show() {
		return new ModelAndView("passback/deliveries", Map.of("page", backlogs()));
	}

	private List<Backlog> backlogs() {
		return this.jdbc.sql("""
				SELECT p.name, p.enabled, c.problem, c.open_since, c.open_until, g.waiting, g.refused, g.oldest,
				g.last_arrival FROM platform p
				LEFT JOIN passback_circuit c ON c.platform = p.id
				LEFT JOIN (SELECT platform,
				COUNT(CASE WHEN state = 'ON_ITS_WAY' THEN 1 END) AS waiting,
				COUNT(CASE WHEN state = 'REFUSED' THEN 1 END) AS refused,
				MIN(CASE WHEN state = 'ON_ITS_WAY' THEN state_since END) AS oldest,
				MAX(CASE WHEN state = 'ARRIVED' THEN state_since END) AS last_arrival
				FROM grade_delivery GROUP BY platform) g ON g.platform = p.id
				ORDER BY p.name, p.id""").query((row, number) -> backlog(row)).list();
	}

	private static Backlog backlog(ResultSet row) throws SQLException {
		String problem = row.getString("problem");
		return new Backlog(row.getString("name"), row.getBoolean("enabled"), row.getLong("waiting"),
				row.getLong("refused"), at(row, "oldest"), at(row, "last_arrival"),
				(problem != null) ? problem.toLowerCase(Locale.ROOT).replace('_', '-') : null, at(row, "open_since"),
				at(row, "open_until"));
	}

	private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

}
