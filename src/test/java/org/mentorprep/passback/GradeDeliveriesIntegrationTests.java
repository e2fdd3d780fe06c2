package org.mentorprep.passback;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.support.JdbcTransactionManager;

import org.mentorprep.audit.Ledger;
import org.mentorprep.launch.Enrolment;
import org.mentorprep.launch.LinkId;
import org.mentorprep.passback.DeliveryClaims.ClaimedGrade;
import org.mentorprep.passback.DeliveryRule.Settlement;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/** What two who meet on one row may do to each other. */
@Tag("database")
@Tag("sql")
class GradeDeliveriesIntegrationTests {

	private static final Duration LEASE = Duration.ofMinutes(5);

	private static final URI LINE_ITEM = URI.create("https://lms.example/lineitem?type_id=1");

	private static final Grade SIXTY = new Grade(60, false, "sixty");

	private static final Grade EIGHTY = new Grade(80, true, "eighty");

	private static final PassbackTables TABLES = new PassbackTables();

	private static final PlatformId PLATFORM = TABLES.platform("https://lms.example", "c", "https://lms.example/token");

	private final SettableClock clock = new SettableClock();

	private final DeliveryClaims claims = new DeliveryClaims(TABLES.jdbc(),
			new JdbcTransactionManager(TABLES.dataSource()),
			new PassbackProperties(SendPolicy.Send.PROGRESS, false, LEASE, LEASE, LEASE, 20, 4, LEASE), this.clock);

	private final Ledger ledger = mock();

	private final GradeDeliveries deliveries = new GradeDeliveries(TABLES.jdbc(), this.ledger, (event) -> {
	}, this.clock);

	private final Enrolment mentor = TABLES.learner(PLATFORM, UUID.randomUUID().toString(), LINE_ITEM, null);

	@BeforeEach
	void empty() {
		TABLES.empty();
	}

	@AfterAll
	static void close() {
		TABLES.close();
	}

	@Test
	void handsOutWhatIsDue() {
		put(SIXTY);
		ClaimedGrade claimed = claim().get(0);
		assertThat(claimed.grade()).isEqualTo(SIXTY);
		assertThat(claimed.userId()).isEqualTo(this.mentor.sub());
		assertThat(claimed.lineItem()).isEqualTo(LINE_ITEM);
		assertThat(claimed.platform()).isEqualTo(PLATFORM);
		assertThat(claimed.lastStamp()).isNull();
	}

	@Test
	void keepsOneRowALearnerAndLineItem() {
		put(SIXTY);
		put(EIGHTY);
		assertThat(claim()).extracting(ClaimedGrade::grade).containsExactly(EIGHTY);
	}

	@Test
	void keepsOneRowForEachLineItem() {
		put(SIXTY);
		this.deliveries.put(this.mentor, URI.create("https://lms.example/other"), SIXTY);
		assertThat(claim()).hasSize(2);
	}

	@Test
	void hasNothingToDoForGradeThatIsKnown() {
		put(SIXTY);
		assertThat(put(SIXTY)).isFalse();
	}

	@Test
	void handsOutNothingTwice() {
		put(SIXTY);
		claim();
		assertThat(claim()).isEmpty();
	}

	@Test
	void handsOutNoMoreThanAskedFor() {
		for (int i = 0; i < 3; i++) {
			this.deliveries.put(this.mentor, URI.create("https://lms.example/" + i), SIXTY);
		}
		assertThat(this.claims.due(PLATFORM, 2)).hasSize(2);
	}

	@Test
	void handsOutAsManyAsAskedForOfThoseThatBecameDueTogether() {
		for (int i = 0; i < 100; i++) {
			this.deliveries.put(this.mentor, URI.create("https://lms.example/" + i), SIXTY);
		}
		for (int i = 0; i < 25; i++) {
			assertThat(this.claims.due(PLATFORM, 4)).hasSize(4);
		}
	}

	@Test
	void handsOutAgainWhatNodeLeftBehindThatDied() {
		put(SIXTY);
		claim();
		this.clock.advance(LEASE);
		assertThat(claim()).hasSize(1);
	}

	@Test
	void doesNotHandOutNewerRevisionWhileOlderIsBeingSent() {
		put(SIXTY);
		claim();
		put(EIGHTY);
		assertThat(claim()).isEmpty();
	}

	@Test
	void keepsNewerRevisionDueWhenOlderArrives() {
		put(SIXTY);
		ClaimedGrade older = claim().get(0);
		put(EIGHTY);
		this.claims.settle(older, arrived());
		assertThat(claim()).extracting(ClaimedGrade::grade).containsExactly(EIGHTY);
	}

	@Test
	void keepsNewerRevisionDueWhenOlderIsRefused() {
		put(SIXTY);
		ClaimedGrade older = claim().get(0);
		put(EIGHTY);
		this.claims.settle(older, refused());
		assertThat(claim()).extracting(ClaimedGrade::grade).containsExactly(EIGHTY);
	}

	@Test
	void remembersStampOfOlderRevisionForNewer() {
		put(SIXTY);
		ClaimedGrade older = claim().get(0);
		put(EIGHTY);
		this.claims.settle(older, arrived());
		assertThat(claim().get(0).lastStamp()).isEqualTo(stamp());
	}

	@Test
	void listensToNobodyWhoseClaimRanOut() {
		put(SIXTY);
		ClaimedGrade late = claim().get(0);
		this.clock.advance(LEASE);
		claim();
		this.claims.settle(late, refused());
		assertThat(state()).isEqualTo(Delivery.State.ON_ITS_WAY);
	}

	@Test
	void handsOutReleasedGradeAtOnce() {
		put(SIXTY);
		this.claims.release(claim().get(0));
		assertThat(claim()).hasSize(1);
	}

	@Test
	void waitsUntilPauseIsOver() {
		put(SIXTY);
		this.claims.settle(claim().get(0), paused(Duration.ofMinutes(1)));
		assertThat(claim()).isEmpty();
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(claim().get(0).tries()).isEqualTo(4);
	}

	@Test
	void doesNotWaitForPauseWithNewerRevision() {
		put(SIXTY);
		this.claims.settle(claim().get(0), paused(Duration.ofMinutes(1)));
		put(EIGHTY);
		assertThat(claim().get(0).tries()).isZero();
	}

	@Test
	void handsOutNothingThatArrived() {
		put(SIXTY);
		this.claims.settle(claim().get(0), arrived());
		assertThat(claim()).isEmpty();
	}

	@Test
	void handsOutNothingThatWasRefused() {
		put(SIXTY);
		this.claims.settle(claim().get(0), refused());
		assertThat(claim()).isEmpty();
	}

	@Test
	void revivesWhatWasRefused() {
		put(SIXTY);
		this.claims.settle(claim().get(0), refused());
		assertThat(this.deliveries.revive(this.mentor, LINE_ITEM)).isTrue();
		assertThat(claim()).hasSize(1);
	}

	@Test
	void revivesWhatHasAPause() {
		put(SIXTY);
		this.claims.settle(claim().get(0), paused(Duration.ofHours(9)));
		this.deliveries.revive(this.mentor, LINE_ITEM);
		assertThat(claim()).hasSize(1);
	}

	@Test
	void revivesNothingThatArrived() {
		put(SIXTY);
		this.claims.settle(claim().get(0), arrived());
		assertThat(this.deliveries.revive(this.mentor, LINE_ITEM)).isFalse();
	}

	@Test
	void tellsNothingOfLinkWithoutGrade() {
		assertThat(this.deliveries.of(this.mentor.learner(), this.mentor.link().id())).isEmpty();
	}

	@Test
	void tellsSinceWhenGradeIsOnItsWay() {
		Instant begun = this.clock.instant();
		put(SIXTY);
		this.clock.advance(Duration.ofMinutes(3));
		put(EIGHTY);
		Delivery delivery = delivery();
		assertThat(delivery.points()).isEqualTo(80);
		assertThat(delivery.since()).isBetween(begun.minusMillis(1), begun.plusMillis(1));
	}

	@Test
	void tellsWhenGradeArrived() {
		put(SIXTY);
		ClaimedGrade claimed = claim().get(0);
		this.clock.advance(Duration.ofMinutes(3));
		this.claims.settle(claimed, arrived());
		assertThat(delivery().state()).isEqualTo(Delivery.State.ARRIVED);
		assertThat(delivery().since()).isBetween(this.clock.instant().minusMillis(1),
				this.clock.instant().plusMillis(1));
	}

	@Test
	void tellsOfLatestLineItemOfLink() {
		put(SIXTY);
		this.clock.advance(Duration.ofMinutes(1));
		this.deliveries.put(this.mentor, URI.create("https://lms.example/replacement"), EIGHTY);
		assertThat(delivery().points()).isEqualTo(80);
	}

	@Test
	void tellsNothingOfOtherLinks() {
		put(SIXTY);
		assertThat(this.deliveries.of(this.mentor.learner(), new LinkId(UUID.randomUUID()))).isEmpty();
	}

	@Test
	void countsWhatIsOnItsWay() {
		put(SIXTY);
		this.deliveries.put(this.mentor, URI.create("https://lms.example/other"), SIXTY);
		this.claims.settle(this.claims.due(PLATFORM, 1).get(0), arrived());
		assertThat(this.deliveries.waiting()).isEqualTo(1);
	}

	@Test
	void sharesWorkAmongManyWithoutGivingAnythingTwice() throws Exception {
		for (int i = 0; i < 200; i++) {
			this.deliveries.put(this.mentor, URI.create("https://lms.example/" + i), SIXTY);
		}
		ExecutorService threads = Executors.newFixedThreadPool(6);
		List<UUID> taken = new ArrayList<>();
		try {
			List<Future<List<UUID>>> rounds = new ArrayList<>();
			for (int i = 0; i < 6; i++) {
				rounds.add(threads.submit(this::takeAll));
			}
			for (Future<List<UUID>> round : rounds) {
				taken.addAll(round.get());
			}
		}
		finally {
			threads.shutdownNow();
		}
		taken.addAll(takeAll());
		assertThat(taken).hasSize(200).doesNotHaveDuplicates();
	}

	private List<UUID> takeAll() {
		List<UUID> taken = new ArrayList<>();
		List<ClaimedGrade> batch = this.claims.due(PLATFORM, 7);
		while (!batch.isEmpty()) {
			batch.forEach((claimed) -> taken.add(claimed.id()));
			batch = this.claims.due(PLATFORM, 7);
		}
		return taken;
	}

	private boolean put(Grade grade) {
		return this.deliveries.put(this.mentor, LINE_ITEM, grade);
	}

	private List<ClaimedGrade> claim() {
		return this.claims.due(PLATFORM, 10);
	}

	private Delivery delivery() {
		return this.deliveries.of(this.mentor.learner(), this.mentor.link().id()).orElseThrow();
	}

	private Delivery.State state() {
		return delivery().state();
	}

	private Instant stamp() {
		return Instant.parse("2026-11-24T08:00:00Z");
	}

	private Settlement arrived() {
		return new Settlement(Delivery.State.ARRIVED, this.clock.instant(), 0, null, null, stamp(),
				this.clock.instant());
	}

	private Settlement refused() {
		return new Settlement(Delivery.State.REFUSED, this.clock.instant(), 1, Delivery.Reason.LINE_ITEM_GONE, null,
				stamp(), null);
	}

	private Settlement paused(Duration pause) {
		return new Settlement(Delivery.State.ON_ITS_WAY, this.clock.instant().plus(pause), 4,
				Delivery.Reason.UNREACHABLE, null, stamp(), null);
	}

}
