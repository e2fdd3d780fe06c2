package org.mentorprep.passback;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the operator sees of grades on their way, LMS by LMS. */
@Repository
public class Backlogs {

	private final JdbcClient jdbc;

	Backlogs(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How deliveries to each LMS are going. */
	List<Backlog> all() {
		return this.jdbc.sql("""
				SELECT p.name AS platform, p.enabled, c.reason, c.open_since, c.open_until,
				(SELECT count(*) FROM failing_line_item f WHERE f.platform = p.id AND f.failures >= 3) AS failing,
				(SELECT s.said FROM grade_delivery s WHERE s.platform = p.id AND s.state <> 'ARRIVED'
				AND s.said IS NOT NULL AND s.reason <> 'TOOL_FAULT'
				ORDER BY s.state_since DESC, s.id FETCH FIRST 1 ROWS ONLY) AS said,
				COALESCE(g.waiting, 0) AS waiting, COALESCE(g.refused, 0) AS refused, g.oldest, g.last_arrival
				FROM platform p
				LEFT JOIN circuit_breaker c ON c.platform = p.id
				LEFT JOIN (SELECT platform,
				COUNT(CASE WHEN state = 'ON_ITS_WAY' THEN 1 END) AS waiting,
				COUNT(CASE WHEN state = 'REFUSED' THEN 1 END) AS refused,
				MIN(CASE WHEN state = 'ON_ITS_WAY' THEN state_since END) AS oldest,
				MAX(CASE WHEN state = 'ARRIVED' THEN state_since END) AS last_arrival
				FROM grade_delivery GROUP BY platform) g ON g.platform = p.id
				ORDER BY p.name, p.id""")
			.query(StoredBacklog.class)
			.list()
			.stream()
			.map(StoredBacklog::backlog)
			.toList();
	}

	/**
	 * How deliveries to one LMS are going.
	 *
	 * @param reason why its circuit breaker is open; absent if it is closed
	 * @param openUntil when the next grade tries whether the LMS is back
	 * @param failing how many line items are left alone because their grades fail
	 * @param said what the LMS said last of a grade that it did not take; absent if
	 * nothing
	 * @param oldest since when the grade waits that waits longest; absent if none does
	 * @param lastArrival absent if none arrived yet
	 */
	public record Backlog(String platform, boolean enabled, Delivery.@Nullable Reason reason,
			@Nullable Instant openSince, @Nullable Instant openUntil, long failing, @Nullable String said, long waiting,
			long refused, @Nullable Instant oldest, @Nullable Instant lastArrival) {
	}

	/** As it is stored, perhaps by another version. */
	private record StoredBacklog(String platform, boolean enabled, @Nullable String reason, @Nullable Instant openSince,
			@Nullable Instant openUntil, long failing, @Nullable String said, long waiting, long refused,
			@Nullable Instant oldest, @Nullable Instant lastArrival) {

		Backlog backlog() {
			Delivery.Reason known = (this.reason != null)
					? Objects.requireNonNullElse(Delivery.Reason.read(this.reason), Delivery.Reason.TRY_LATER) : null;
			return new Backlog(this.platform, this.enabled, known, this.openSince, this.openUntil, this.failing,
					this.said, this.waiting, this.refused, this.oldest, this.lastArrival);
		}

	}

}
