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
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.Links;
import org.mentorprep.lti.service.ResultClient;
import org.mentorprep.lti.service.ResultClient.Result;
import org.mentorprep.lti.service.ScoreReply;
import org.mentorprep.lti.service.ServiceFailed;
import org.mentorprep.passback.DeliveryClaims.ClaimedGrade;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Platforms;

/**
 * Reads the gradebook after grades have arrived, a whole column at once where several are
 * to be read. What differs is written down for course staff, and never fought.
 */
@Component
class ResultCheck {

	private static final int MOST = 200;

	/** How long a node may read before another may; also the pause after no answer. */
	private static final Duration PAUSE = Duration.ofMinutes(10);

	private static final Duration A_DAY = Duration.ofDays(1);

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final ResultClient results;

	private final Links links;

	private final Platforms platforms;

	private final CircuitBreaker circuits;

	private final Clock clock;

	ResultCheck(JdbcClient jdbc, PlatformTransactionManager transactions, ResultClient results, Links links,
			Platforms platforms, CircuitBreaker circuits, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.results = results;
		this.links = links;
		this.platforms = platforms;
		this.circuits = circuits;
		this.clock = clock;
	}

	/** Whether the gradebook holds just this grade; no if that can't be told. */
	boolean shows(ClaimedGrade claimed, Platform platform) {
		if (!mayRead(claimed.link())) {
			return false;
		}
		try {
			return this.results.read(platform.registration(), claimed.lineItem(), claimed.userId())
				.stream()
				.filter((result) -> result.userId().equals(claimed.userId()))
				.anyMatch((result) -> Integer.valueOf(claimed.grade().points()).equals(result.pointsOf(Grade.MAXIMUM)));
		}
		catch (ServiceFailed ex) {
			return false;
		}
	}

	/**
	 * Reads what is due to be read at one LMS.
	 * @return how many grades were looked up
	 */
	int check(PlatformId id, BooleanSupplier going) {
		int checked = 0;
		Optional<Platform> platform = this.platforms.find(id).filter(Platform::enabled);
		while (platform.isPresent() && going.getAsBoolean() && this.circuits.isFree(id)
				&& this.platforms.isEnabled(id)) {
			List<Due> due = due(id);
			if (due.isEmpty()) {
				return checked;
			}
			due.stream()
				.collect(Collectors.groupingBy(Due::lineItem))
				.forEach((lineItem, cells) -> check(platform.get(), lineItem, cells));
			checked += due.size();
		}
		return checked;
	}

	private void check(Platform platform, URI lineItem, List<Due> cells) {
		if (!mayRead(cells.get(0).link())) {
			cells.forEach((cell) -> settle(cell, Delivery.CheckResult.UNREADABLE, null));
			return;
		}
		if (!this.platforms.isEnabled(platform.id())) {
			// Read when the pause is over, if it is enabled again by then.
			return;
		}
		try {
			String userId = (cells.size() == 1) ? cells.get(0).userId() : null;
			Map<String, Result> found = this.results.read(platform.registration(), lineItem, userId)
				.stream()
				.collect(Collectors.toMap(Result::userId, Function.identity(), (one, other) -> other));
			cells.forEach((cell) -> settle(cell, found.get(cell.userId())));
		}
		catch (ServiceFailed ex) {
			if (ex.reply() instanceof ScoreReply.Refused refused) {
				Delivery.CheckResult finding = (refused.reason() == ScoreReply.Reason.COLUMN_GONE)
						? Delivery.CheckResult.COLUMN_GONE : Delivery.CheckResult.UNREADABLE;
				cells.forEach((cell) -> settle(cell, finding, null));
			}
			// Else it was not read, and is read when the pause is over.
		}
	}

	private boolean mayRead(LinkId link) {
		return this.links.find(link).filter((found) -> found.scopes().contains(ResultClient.SCOPE)).isPresent();
	}

	private void settle(Due cell, @Nullable Result result) {
		Integer points = (result != null) ? result.pointsOf(Grade.MAXIMUM) : null;
		if (points == null) {
			settle(cell, Delivery.CheckResult.NO_GRADE, null);
		}
		else {
			settle(cell, (points == cell.points()) ? Delivery.CheckResult.AS_SENT : Delivery.CheckResult.OTHER_GRADE,
					points);
		}
	}

	/** The next look comes when the grade has been there for as long again. */
	private void settle(Due cell, Delivery.CheckResult finding, @Nullable Integer points) {
		Instant now = this.clock.instant();
		Duration there = Duration.between(cell.since(), now);
		this.jdbc.sql("""
				UPDATE grade_delivery SET finding = :finding, found_points = :points, checked_at = :now,
				check_at = :next
				WHERE id = :id AND standing = :standing AND state = 'ARRIVED'""")
			.param("finding", finding.name())
			.param("points", points)
			.param("now", GradeDeliveries.at(now))
			.param("next", GradeDeliveries.at(now.plus((there.compareTo(A_DAY) > 0) ? there : A_DAY)))
			.param("id", cell.id())
			.param("standing", cell.standing())
			.update();
	}

	/**
	 * Takes what is due, so that no other node reads the same before the pause is over.
	 * Found first and locked then, for H2 would sort all that is due, to lock some.
	 */
	private List<Due> due(PlatformId platform) {
		Instant now = this.clock.instant();
		List<UUID> found = this.jdbc.sql("""
				SELECT id FROM grade_delivery WHERE platform = :platform AND check_at <= :now AND state = 'ARRIVED'
				ORDER BY platform, check_at FETCH FIRST :most ROWS ONLY""")
			.param("platform", platform.value())
			.param("now", GradeDeliveries.at(now))
			.param("most", MOST)
			.query(UUID.class)
			.list();
		return found.isEmpty() ? List.of() : this.transaction.execute((status) -> take(found, now));
	}

	private List<Due> take(List<UUID> found, Instant now) {
		List<Due> due = this.jdbc.sql("""
				SELECT id, resource_link, line_item, user_id, points, standing, state_since FROM grade_delivery
				WHERE id IN (:found) AND check_at <= :now AND state = 'ARRIVED' FOR UPDATE SKIP LOCKED""")
			.param("found", found)
			.param("now", GradeDeliveries.at(now))
			.query((row, number) -> new Due(row.getObject("id", UUID.class),
					new LinkId(row.getObject("resource_link", UUID.class)), URI.create(row.getString("line_item")),
					row.getString("user_id"), row.getInt("points"), row.getLong("standing"),
					row.getObject("state_since", OffsetDateTime.class).toInstant()))
			.list();
		if (!due.isEmpty()) {
			this.jdbc.sql("UPDATE grade_delivery SET check_at = :later WHERE id IN (:ids)")
				.param("later", GradeDeliveries.at(now.plus(PAUSE)))
				.param("ids", due.stream().map(Due::id).toList())
				.update();
		}
		return due;
	}

	/** A cell to read, and what should be in it. */
	private record Due(UUID id, LinkId link, URI lineItem, String userId, int points, long standing, Instant since) {
	}

}
