package org.mentorprep.passback;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.mentorprep.launch.LinkId;
import org.mentorprep.passback.DeliveryRule.Settlement;
import org.mentorprep.platform.PlatformId;

/**
 * The rows on their way to gradebooks, as those see them who send: a claim gives a row to
 * one lane of one node, and is renewed as long as the node lives.
 */
@Component
class DeliveryClaims {

	private static final String FREE = """
			 FROM grade_delivery WHERE platform = :platform AND state = 'ON_ITS_WAY'
			AND (claimed_until IS NULL OR claimed_until <= :now)
			""";

	/** By all columns of the index, or H2 sorts all that wait for the sake of a few. */
	private static final String OLDEST_FIRST = " ORDER BY platform, state, due_at FETCH FIRST :most ROWS ONLY";

	private static final String COLUMNS = """
			SELECT id, platform, resource_link, line_item, user_id, points, completed, remark, standing, tries,
			last_stamp""";

	/**
	 * So many batches are looked at to find one that no other lane is taking just now.
	 */
	private static final int CHOICE = 4;

	private static final int LOOKS = 5;

	/** What is over for all grades of an LMS when one of them gets through. */
	private static final List<String> OUTAGES = List.of(Delivery.Reason.UNREACHABLE.name(),
			Delivery.Reason.TRY_LATER.name(), Delivery.Reason.NOT_AUTHORIZED.name(), Delivery.Reason.NO_TOKEN.name(),
			Delivery.Reason.SCOPE_MISSING.name());

	/** The claims of this node, and until when they hold. */
	private final Map<UUID, Instant> held = new ConcurrentHashMap<>();

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Duration lease;

	private final Clock clock;

	DeliveryClaims(JdbcClient jdbc, PlatformTransactionManager transactions, PassbackProperties properties,
			Clock clock) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.lease = properties.lease();
		this.clock = clock;
	}

	/** The LMSs for which there is something to send, to try or to read. */
	List<PlatformId> platformsWithWork() {
		return this.jdbc.sql("""
				SELECT p.id FROM platform p LEFT JOIN passback_circuit c ON c.platform = p.id
				WHERE p.enabled AND (
				(c.platform IS NULL AND EXISTS (SELECT 1 FROM grade_delivery g WHERE g.platform = p.id
				AND g.state = 'ON_ITS_WAY' AND g.due_at <= :now
				AND (g.claimed_until IS NULL OR g.claimed_until <= :now)))
				OR (c.open_until <= :now AND EXISTS (SELECT 1 FROM grade_delivery g WHERE g.platform = p.id
				AND g.state = 'ON_ITS_WAY' AND (g.claimed_until IS NULL OR g.claimed_until <= :now)))
				OR (c.platform IS NULL AND EXISTS (SELECT 1 FROM grade_delivery g WHERE g.platform = p.id
				AND g.check_at <= :now)))""")
			.param("now", GradeDeliveries.at(this.clock.instant()))
			.query((row, number) -> new PlatformId(row.getObject("id", UUID.class)))
			.list();
	}

	/** Takes grades for an LMS that are due and nobody else has, oldest first. */
	List<ClaimedGrade> due(PlatformId platform, int most) {
		return claim("AND due_at <= :now", platform, most);
	}

	/**
	 * Takes one grade with which to see whether an LMS is back; it need not be due if it
	 * is the LMS that it waits for.
	 */
	List<ClaimedGrade> trial(PlatformId platform) {
		return claim("AND (due_at <= :now OR problem IN (:outages))", platform, 1);
	}

	/** If others were faster at all that was found, there may be more behind it. */
	private List<ClaimedGrade> claim(String ready, PlatformId platform, int most) {
		List<ClaimedGrade> claimed = List.of();
		for (int look = 0; look < LOOKS && claimed.isEmpty(); look++) {
			List<UUID> found = query("SELECT id" + FREE + ready + OLDEST_FIRST, platform, most * CHOICE)
				.query(UUID.class)
				.list();
			if (found.isEmpty()) {
				return claimed;
			}
			claimed = take(COLUMNS + FREE + ready, platform, found, most);
		}
		return claimed;
	}

	/**
	 * A statement of its own for finding, for one that locks has to sort on H2; and one
	 * for locking, for in one with the update H2 works the inner question out twice and
	 * takes only what both answers share.
	 */
	private List<ClaimedGrade> take(String select, PlatformId platform, List<UUID> found, int most) {
		UUID claim = UUID.randomUUID();
		Instant until = this.clock.instant().plus(this.lease);
		List<ClaimedGrade> claimed = this.transaction.execute((status) -> {
			List<ClaimedGrade> locked = query(
					select + " AND id IN (:found) FETCH FIRST :most ROWS ONLY FOR UPDATE SKIP LOCKED", platform, most)
				.param("found", found)
				.query((row, number) -> claimed(row, claim, until))
				.list();
			if (!locked.isEmpty()) {
				this.jdbc.sql("UPDATE grade_delivery SET claim = :claim, claimed_until = :until WHERE id IN (:ids)")
					.param("claim", claim)
					.param("until", GradeDeliveries.at(until))
					.param("ids", locked.stream().map(ClaimedGrade::id).toList())
					.update();
			}
			return locked;
		});
		if (!claimed.isEmpty()) {
			this.held.put(claim, until);
		}
		return claimed;
	}

	private JdbcClient.StatementSpec query(String sql, PlatformId platform, int most) {
		return this.jdbc.sql(sql)
			.param("platform", platform.value())
			.param("now", GradeDeliveries.at(this.clock.instant()))
			.param("outages", OUTAGES)
			.param("most", most);
	}

	/**
	 * Whether a claim will hold for a while yet. If not, the database could not be
	 * reached to renew it, and another node may soon send the same grade.
	 */
	boolean isHeld(ClaimedGrade claimed) {
		Instant until = this.held.getOrDefault(claimed.claim(), Instant.MIN);
		return this.clock.instant().plus(this.lease.dividedBy(3)).isBefore(until);
	}

	/** The heartbeat: the claims of a node that lives do not run out. */
	void renew() {
		List<UUID> claims = List.copyOf(this.held.keySet());
		if (claims.isEmpty()) {
			return;
		}
		Instant until = this.clock.instant().plus(this.lease);
		this.jdbc.sql("UPDATE grade_delivery SET claimed_until = :until WHERE claim IN (:claims)")
			.param("until", GradeDeliveries.at(until))
			.param("claims", claims)
			.update();
		claims.forEach((claim) -> this.held.computeIfPresent(claim, (key, before) -> until));
	}

	/** All rows of a claim were settled or released. */
	void end(UUID claim) {
		this.held.remove(claim);
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
				problem = CASE WHEN standing = :standing THEN :problem ELSE problem END,
				check_at = CASE WHEN standing = :standing THEN :checkAt ELSE check_at END
				WHERE id = :id AND claim = :claim""")
			.param("stamp", GradeDeliveries.at(settlement.stamp()))
			.param("standing", claimed.standing())
			.param("state", settlement.state().name())
			.param("now", GradeDeliveries.at(this.clock.instant()))
			.param("dueAt", GradeDeliveries.at(settlement.dueAt()))
			.param("tries", settlement.tries())
			.param("problem", settlement.problem())
			.param("checkAt", GradeDeliveries.at(settlement.checkAt()))
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

	/** An LMS is back: what waited for it is due now. */
	void wake(PlatformId platform) {
		this.jdbc.sql("""
				UPDATE grade_delivery SET due_at = :now
				WHERE platform = :platform AND state = 'ON_ITS_WAY' AND due_at > :now AND problem IN (:outages)""")
			.param("now", GradeDeliveries.at(this.clock.instant()))
			.param("platform", platform.value())
			.param("outages", OUTAGES)
			.update();
	}

	private static ClaimedGrade claimed(ResultSet row, UUID claim, Instant until) throws SQLException {
		OffsetDateTime lastStamp = row.getObject("last_stamp", OffsetDateTime.class);
		return new ClaimedGrade(row.getObject("id", UUID.class), claim, until,
				new PlatformId(row.getObject("platform", UUID.class)),
				new LinkId(row.getObject("resource_link", UUID.class)), URI.create(row.getString("line_item")),
				row.getString("user_id"), GradeDeliveries.grade(row), row.getLong("standing"), row.getInt("tries"),
				(lastStamp != null) ? lastStamp.toInstant() : null);
	}

	/**
	 * A grade that this node has to itself, until the claim runs out.
	 *
	 * @param standing which of the learner's standings it is, to tell whether a newer one
	 * came in meanwhile
	 */
	record ClaimedGrade(UUID id, UUID claim, Instant claimedUntil, PlatformId platform, LinkId link, URI lineItem,
			String userId, Grade grade, long standing, int tries, @Nullable Instant lastStamp) {

		/** The same grade for another column. */
		ClaimedGrade in(URI column) {
			return new ClaimedGrade(this.id, this.claim, this.claimedUntil, this.platform, this.link, column,
					this.userId, this.grade, this.standing, this.tries, this.lastStamp);
		}

	}

}
