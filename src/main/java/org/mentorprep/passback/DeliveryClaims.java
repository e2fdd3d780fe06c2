package org.mentorprep.passback;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.mentorprep.launch.LinkId;
import org.mentorprep.passback.DeliveryRule.Settlement;
import org.mentorprep.platform.PlatformId;

/**
 * The grades that are due, for those who send them: a claim gives a row to one thread of
 * one node, and is renewed as long as the node lives.
 */
@Repository
class DeliveryClaims {

	private static final String FREE = """
			 FROM grade_delivery WHERE platform = :platform AND state = 'ON_ITS_WAY'
			AND (claimed_until IS NULL OR claimed_until <= :now)
			""";

	private static final String DUE = "AND due_at <= :now";

	/** By all columns of the index, or H2 sorts all that wait for the sake of a few. */
	private static final String OLDEST_FIRST = " ORDER BY platform, state, due_at FETCH FIRST :most ROWS ONLY";

	/** Whose line item gave no cause for doubt. */
	private static final String SOUND = """
			 AND NOT EXISTS (SELECT 1 FROM failing_line_item f WHERE f.platform = grade_delivery.platform
			AND f.line_item = grade_delivery.line_item)
			""";

	/** Sound line items first, then who was tried seldom: so trials go round. */
	private static final String BEST_TRIAL = """
			SELECT grade_delivery.id FROM grade_delivery LEFT JOIN failing_line_item f
			ON f.platform = grade_delivery.platform AND f.line_item = grade_delivery.line_item
			WHERE grade_delivery.platform = :platform AND state = 'ON_ITS_WAY'
			AND (claimed_until IS NULL OR claimed_until <= :now) AND (due_at <= :now OR reason IN (:outages))
			ORDER BY CASE WHEN f.failures IS NULL THEN 0 ELSE 1 END, COALESCE(f.failures, 0), tries, due_at
			FETCH FIRST :most ROWS ONLY""";

	private static final String COLUMNS = """
			SELECT id, platform, resource_link AS link, line_item, user_id, points, completed, remark, revision, tries,
			last_stamp""";

	/** So many batches are looked at to find one that no other thread is taking. */
	private static final int BATCHES = 4;

	private static final int LOOKS = 5;

	/** What is over for all grades of an LMS when one of them gets through. */
	private static final List<Delivery.Reason> OUTAGES = List.of(Delivery.Reason.UNREACHABLE, Delivery.Reason.NO_ANSWER,
			Delivery.Reason.UNCLEAR, Delivery.Reason.TRY_LATER, Delivery.Reason.NOT_AUTHORIZED,
			Delivery.Reason.NO_TOKEN, Delivery.Reason.SCOPE_MISSING);

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
				SELECT p.id FROM platform p LEFT JOIN circuit_breaker c ON c.platform = p.id
				WHERE p.enabled AND (
				((c.platform IS NULL OR NOT c.wide) AND EXISTS (SELECT 1 FROM grade_delivery g
				LEFT JOIN failing_line_item f ON f.platform = g.platform AND f.line_item = g.line_item
				WHERE g.platform = p.id AND g.state = 'ON_ITS_WAY' AND g.due_at <= :now
				AND (g.claimed_until IS NULL OR g.claimed_until <= :now)
				AND (f.platform IS NULL OR (c.platform IS NULL AND f.next_try <= :now))))
				OR (c.open_until <= :now AND EXISTS (SELECT 1 FROM grade_delivery g WHERE g.platform = p.id
				AND g.state = 'ON_ITS_WAY' AND (g.claimed_until IS NULL OR g.claimed_until <= :now)))
				OR (c.platform IS NULL AND EXISTS (SELECT 1 FROM grade_delivery g WHERE g.platform = p.id
				AND g.check_at <= :now)))""")
			.param("now", this.clock.instant())
			.query(UUID.class)
			.list()
			.stream()
			.map(PlatformId::new)
			.toList();
	}

	/**
	 * Takes grades for an LMS that are due and nobody else has, oldest first; not those
	 * of line items that fail, or there would soon be no others among so many.
	 */
	List<ClaimedGrade> due(PlatformId platform, int most) {
		return claim("SELECT id" + FREE + DUE + SOUND + OLDEST_FIRST, DUE, platform, null, most, most * BATCHES);
	}

	/** Takes one grade of a line item that fails, the one that was tried least often. */
	List<ClaimedGrade> dueIn(URI lineItem, PlatformId platform) {
		return claim("SELECT id" + FREE + DUE + " AND line_item = :lineItem ORDER BY tries, due_at "
				+ "FETCH FIRST :most ROWS ONLY", DUE, platform, lineItem, 1, 1);
	}

	/**
	 * Takes one grade with which to see whether an LMS is back; it need not be due if it
	 * is the LMS that it waits for.
	 */
	List<ClaimedGrade> trial(PlatformId platform) {
		return claim(BEST_TRIAL, "AND (due_at <= :now OR reason IN (:outages))", platform, null, 1, 1);
	}

	/** If others were faster at all that was found, there may be more behind it. */
	private List<ClaimedGrade> claim(String find, String ready, PlatformId platform, @Nullable URI lineItem, int most,
			int candidates) {
		List<ClaimedGrade> claimed = List.of();
		for (int look = 0; look < LOOKS && claimed.isEmpty(); look++) {
			List<UUID> found = query(find, platform, candidates).param("lineItem", lineItem).query(UUID.class).list();
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
				.query(Row.class)
				.list()
				.stream()
				.map((row) -> row.claimed(claim))
				.toList();
			if (!locked.isEmpty()) {
				this.jdbc.sql("UPDATE grade_delivery SET claim = :claim, claimed_until = :until WHERE id IN (:ids)")
					.param("claim", claim)
					.param("until", until)
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
			.param("platform", platform)
			.param("now", this.clock.instant())
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
			.param("until", until)
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
	 * the claim has run out and another node took over; and if a newer revision came in
	 * meanwhile, that one stays due.
	 */
	void settle(ClaimedGrade claimed, Settlement settlement) {
		this.jdbc.sql("""
				UPDATE grade_delivery SET claim = NULL, claimed_until = NULL, last_stamp = :stamp,
				state_since = CASE WHEN revision = :revision AND state <> :state THEN :now ELSE state_since END,
				state = CASE WHEN revision = :revision THEN :state ELSE state END,
				due_at = CASE WHEN revision = :revision THEN :dueAt ELSE due_at END,
				tries = CASE WHEN revision = :revision THEN :tries ELSE tries END,
				reason = CASE WHEN revision = :revision THEN :reason ELSE reason END,
				said = CASE WHEN revision = :revision THEN :said ELSE said END,
				check_at = CASE WHEN revision = :revision THEN :checkAt ELSE check_at END
				WHERE id = :id AND claim = :claim""")
			.param("stamp", settlement.stamp())
			.param("revision", claimed.revision())
			.param("state", settlement.state())
			.param("now", this.clock.instant())
			.param("dueAt", settlement.dueAt())
			.param("tries", settlement.tries())
			.param("reason", settlement.reason())
			.param("said", settlement.said())
			.param("checkAt", settlement.checkAt())
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

	/**
	 * An LMS is back, or one of its line items: what waited for it is due now.
	 * @param lineItem absent if it is the whole LMS
	 */
	void wake(PlatformId platform, @Nullable URI lineItem) {
		String which = (lineItem != null) ? " AND line_item = :lineItem" : "";
		this.jdbc
			.sql("""
					UPDATE grade_delivery SET due_at = :now
					WHERE platform = :platform AND state = 'ON_ITS_WAY' AND due_at > :now AND reason IN (:outages)"""
					+ which)
			.param("lineItem", lineItem)
			.param("now", this.clock.instant())
			.param("platform", platform)
			.param("outages", OUTAGES)
			.update();
	}

	/**
	 * A grade that this node has to itself, until the claim runs out.
	 *
	 * @param revision which of the learner's grades it is, to tell whether a newer one
	 * came in meanwhile
	 */
	record ClaimedGrade(UUID id, UUID claim, PlatformId platform, LinkId link, URI lineItem, String userId, Grade grade,
			long revision, int tries, @Nullable Instant lastStamp) {

		/** The same grade for another line item. */
		ClaimedGrade in(URI other) {
			return new ClaimedGrade(this.id, this.claim, this.platform, this.link, other, this.userId, this.grade,
					this.revision, this.tries, this.lastStamp);
		}

	}

	/** A row as it is stored; an address that is none must not hide the other rows. */
	private record Row(UUID id, PlatformId platform, LinkId link, String lineItem, String userId, int points,
			boolean completed, String remark, long revision, int tries, @Nullable Instant lastStamp) {

		ClaimedGrade claimed(UUID claim) {
			return new ClaimedGrade(this.id, claim, this.platform, this.link, LineItems.read(this.lineItem),
					this.userId, new Grade(this.points, this.completed, this.remark), this.revision, this.tries,
					this.lastStamp);
		}

	}

}
