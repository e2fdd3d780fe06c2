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

	/** By all columns of the index, or H2 sorts all that wait for the sake of a few. */
	private static final String OLDEST_FIRST = " ORDER BY platform, state, due_at FETCH FIRST :most ROWS ONLY";

	private static final String COLUMNS = """
			SELECT id, platform, resource_link AS link, line_item, user_id, points, completed, remark, revision, tries,
			last_stamp""";

	/**
	 * So many batches are looked at to find one that no other thread is taking just now.
	 */
	private static final int BATCHES = 4;

	private static final int LOOKS = 5;

	/** What is over for all grades of an LMS when one of them gets through. */
	private static final List<Delivery.Reason> OUTAGES = List.of(Delivery.Reason.UNREACHABLE, Delivery.Reason.TRY_LATER,
			Delivery.Reason.NOT_AUTHORIZED, Delivery.Reason.NO_TOKEN, Delivery.Reason.SCOPE_MISSING);

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
				(c.platform IS NULL AND EXISTS (SELECT 1 FROM grade_delivery g WHERE g.platform = p.id
				AND g.state = 'ON_ITS_WAY' AND g.due_at <= :now
				AND (g.claimed_until IS NULL OR g.claimed_until <= :now)))
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

	/** Takes grades for an LMS that are due and nobody else has, oldest first. */
	List<ClaimedGrade> due(PlatformId platform, int most) {
		return claim("AND due_at <= :now", platform, most);
	}

	/**
	 * Takes one grade with which to see whether an LMS is back; it need not be due if it
	 * is the LMS that it waits for.
	 */
	List<ClaimedGrade> trial(PlatformId platform) {
		return claim("AND (due_at <= :now OR reason IN (:outages))", platform, 1);
	}

	/** If others were faster at all that was found, there may be more behind it. */
	private List<ClaimedGrade> claim(String ready, PlatformId platform, int most) {
		List<ClaimedGrade> claimed = List.of();
		for (int look = 0; look < LOOKS && claimed.isEmpty(); look++) {
			List<UUID> found = query("SELECT id" + FREE + ready + OLDEST_FIRST, platform, most * BATCHES)
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
				check_at = CASE WHEN revision = :revision THEN :checkAt ELSE check_at END
				WHERE id = :id AND claim = :claim""")
			.param("stamp", settlement.stamp())
			.param("revision", claimed.revision())
			.param("state", settlement.state())
			.param("now", this.clock.instant())
			.param("dueAt", settlement.dueAt())
			.param("tries", settlement.tries())
			.param("reason", settlement.reason())
			.param("checkAt", settlement.checkAt())
			.param("id", claimed.id())
			.param("claim", claimed.claim())
			.update();
	}

	/**
	 * All grades of a link go to another line item from now on, those in the old one too.
	 */
	void move(LinkId link, URI from, URI to) {
		this.jdbc.sql("""
				UPDATE grade_delivery SET line_item = :to,
				state_since = CASE WHEN state = 'ON_ITS_WAY' THEN state_since ELSE :now END,
				state = 'ON_ITS_WAY', due_at = :now, check_result = NULL, check_at = NULL
				WHERE resource_link = :link AND line_item = :from AND NOT EXISTS (
				SELECT 1 FROM grade_delivery other
				WHERE other.learner = grade_delivery.learner AND other.line_item = :to)""")
			.param("now", this.clock.instant())
			.param("link", link)
			.param("from", from)
			.param("to", to)
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
				WHERE platform = :platform AND state = 'ON_ITS_WAY' AND due_at > :now AND reason IN (:outages)""")
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

	/** A row as it is stored. */
	private record Row(UUID id, PlatformId platform, LinkId link, URI lineItem, String userId, int points,
			boolean completed, String remark, long revision, int tries, @Nullable Instant lastStamp) {

		ClaimedGrade claimed(UUID claim) {
			return new ClaimedGrade(this.id, claim, this.platform, this.link, this.lineItem, this.userId,
					new Grade(this.points, this.completed, this.remark), this.revision, this.tries, this.lastStamp);
		}

	}

}
