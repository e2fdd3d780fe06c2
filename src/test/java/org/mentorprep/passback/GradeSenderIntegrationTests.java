package org.mentorprep.passback;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.mentorprep.launch.Enrolment;
import org.mentorprep.platform.PlatformId;

import practicelms.service.Faults;
import practicelms.service.ReceivedScore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/** From the database to the gradebook, with an LMS that behaves as Moodle does. */
@Tag("database")
@Tag("sql")
class GradeSenderIntegrationTests {

	private static final PassbackFixture PASSBACK = new PassbackFixture();

	private final Enrolment mentor = PASSBACK.mentor();

	@BeforeEach
	void reset() {
		PASSBACK.reset();
	}

	@AfterAll
	static void close() {
		PASSBACK.close();
	}

	@Test
	void bringsGradeToGradebook() {
		progress(83);
		PASSBACK.deliver();
		assertThat(PASSBACK.inGradebook(this.mentor).score()).isEqualTo(83);
	}

	@Test
	void bringsRemarkBesideGrade() {
		PASSBACK.progresses(this.mentor, Standings.open(Standings.JUDGING, 40));
		PASSBACK.deliver();
		assertThat(PASSBACK.inGradebook(this.mentor).comment()).contains("Don't say it");
	}

	@Test
	void tellsThatGradeArrived() {
		progress(83);
		PASSBACK.deliver();
		assertThat(delivery()).isEqualTo(new Delivery(Delivery.State.ARRIVED, 83, delivery().since(), null));
	}

	@Test
	@DisplayName("case 142: InProgress is said with a full grade, never with a pending one")
	void saysThatModuleIsInProgressUntilItIsCompleted() {
		PASSBACK.progresses(this.mentor, Standings.open(Standings.JUDGING, 95));
		PASSBACK.deliver();
		assertThat(lastSent().body()).contains("\"InProgress\"").contains("\"scoreGiven\":69,");
	}

	@Test
	void saysThatModuleIsCompleted() {
		progress(83);
		PASSBACK.deliver();
		assertThat(lastSent().body()).contains("\"Completed\"");
	}

	@Test
	@DisplayName("case 143: a second score of the same second is stamped a second later")
	void bringsBetterGradeOfSameSecond() {
		progress(71);
		PASSBACK.deliver();
		progress(83);
		PASSBACK.deliver();
		assertThat(PASSBACK.inGradebook(this.mentor).score()).isEqualTo(83);
	}

	@Test
	void runsAheadOfClockNoMoreThanNeeded() {
		progress(71);
		PASSBACK.deliver();
		progress(83);
		PASSBACK.deliver();
		assertThat(PASSBACK.inGradebook(this.mentor).timestamp())
			.isEqualTo(PASSBACK.clock().instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
	}

	@Test
	@DisplayName("case X14: each score has its comment")
	void repeatsRemarkWithEveryGrade() {
		progress(71);
		PASSBACK.deliver();
		progress(83);
		PASSBACK.deliver();
		assertThat(PASSBACK.inGradebook(this.mentor).comment()).isEqualTo("\u2018Judging\u2019 completed.");
	}

	@Test
	void sendsNothingMoreOnceTheLmsIsDisabled() {
		PASSBACK.progresses(PASSBACK.mentor(), Standings.completed(Standings.JUDGING, 71));
		progress(83);
		PASSBACK.get(DeliveryWorker.class).complete(new DisabledAfterFirstGrade());
		PASSBACK.tables().jdbc().sql("UPDATE platform SET enabled = TRUE").update();
		assertThat(PASSBACK.lms().gradebook().grades()).hasSize(1);
	}

	@Test
	@DisplayName("case 144: after 409 a score is stamped again and sent once more")
	void stampsAgainWhenSomethingNewerIsThere() {
		progress(71);
		PASSBACK.deliver();
		PASSBACK.tables().jdbc().sql("UPDATE grade_delivery SET last_stamp = NULL").update();
		progress(83);
		PASSBACK.deliver();
		assertThat(answers()).containsExactly(200, 409, 200);
		assertThat(PASSBACK.inGradebook(this.mentor).score()).isEqualTo(83);
	}

	@Test
	void sendsNothingWhenNothingChanged() {
		progress(83);
		PASSBACK.deliver();
		progress(83);
		PASSBACK.launches(this.mentor);
		PASSBACK.deliver();
		assertThat(answers()).hasSize(1);
	}

	@Test
	@DisplayName("case 149: a grade arrives after the LMS was away")
	void bringsGradeAfterLmsWasAway() {
		PASSBACK.lms().faults().takeDown(Faults.Door.SCORES);
		progress(83);
		PASSBACK.deliver();
		PASSBACK.lms().faults().clear();
		PASSBACK.deliverAfter(Duration.ofSeconds(10));
		assertThat(PASSBACK.inGradebook(this.mentor).score()).isEqualTo(83);
	}

	@Test
	void tellsThatGradeIsOnItsWayWhileLmsIsAway() {
		PASSBACK.lms().faults().takeDown(Faults.Door.SCORES);
		progress(83);
		PASSBACK.deliver();
		assertThat(delivery().state()).isEqualTo(Delivery.State.ON_ITS_WAY);
	}

	@Test
	void leavesLmsAloneDuringPause() {
		PASSBACK.lms().faults().takeDown(Faults.Door.SCORES);
		progress(83);
		PASSBACK.deliver();
		PASSBACK.deliverAfter(Duration.ofSeconds(4));
		assertThat(answers()).hasSize(1);
	}

	@Test
	void pausesLongerEachTime() {
		PASSBACK.lms().faults().takeDown(Faults.Door.SCORES);
		progress(83);
		PASSBACK.deliver();
		PASSBACK.deliverAfter(Duration.ofSeconds(10));
		PASSBACK.deliverAfter(Duration.ofSeconds(9));
		assertThat(answers()).hasSize(2);
	}

	@Test
	@DisplayName("case 149: after the LMS was away only the latest grade is sent")
	void bringsOnlyLatestGradeAfterLmsWasAway() {
		PASSBACK.lms().faults().takeDown(Faults.Door.SCORES);
		progress(71);
		PASSBACK.deliver();
		PASSBACK.lms().faults().clear();
		progress(83);
		PASSBACK.deliver();
		PASSBACK.deliverAfter(Duration.ofDays(1));
		assertThat(answers()).containsExactly(503, 200);
	}

	@Test
	void bringsGradeAfterTokenServiceWasAway() {
		PASSBACK.lms().forgetTokens();
		PASSBACK.lms().faults().takeDown(Faults.Door.TOKENS);
		progress(83);
		PASSBACK.deliver();
		PASSBACK.lms().faults().clear();
		PASSBACK.deliverAfter(Duration.ofSeconds(10));
		assertThat(PASSBACK.inGradebook(this.mentor).score()).isEqualTo(83);
	}

	@Test
	void bringsGradeAtOnceWithFreshTokenWhenOldOneIsRevoked() {
		progress(71);
		PASSBACK.deliver();
		PASSBACK.lms().forgetTokens();
		progress(83);
		PASSBACK.deliver();
		assertThat(PASSBACK.inGradebook(this.mentor).score()).isEqualTo(83);
	}

	@Test
	@DisplayName("case 147: a score that is not accepted is not sent again by itself")
	void parksGradeThatLmsDoesNotAccept() {
		Enrolment stranger = stranger();
		PASSBACK.progresses(stranger, Standings.completed(Standings.JUDGING, 83));
		PASSBACK.deliver();
		PASSBACK.deliverAfter(Duration.ofDays(3));
		assertThat(answers()).hasSize(1);
		assertThat(PASSBACK.tables().of(stranger, "reason", String.class)).isEqualTo("NOT_ACCEPTED");
	}

	@Test
	void triesParkedGradeAgainAtNextLaunch() {
		Enrolment stranger = stranger();
		PASSBACK.progresses(stranger, Standings.completed(Standings.JUDGING, 83));
		PASSBACK.deliver();
		PASSBACK.launches(stranger);
		PASSBACK.deliver();
		assertThat(answers()).hasSize(2);
	}

	@Test
	void triesParkedGradeAgainWhenItIsBetter() {
		Enrolment stranger = stranger();
		PASSBACK.progresses(stranger, Standings.completed(Standings.JUDGING, 71));
		PASSBACK.deliver();
		PASSBACK.progresses(stranger, Standings.completed(Standings.JUDGING, 83));
		PASSBACK.deliver();
		assertThat(answers()).hasSize(2);
	}

	@Test
	@DisplayName("case X4: a locked grade is tried again after a long pause")
	void bringsLockedGradeLongAfterwards() {
		PASSBACK.lms().gradebook().lock(this.mentor.sub(), PassbackFixture.ITEM);
		progress(83);
		PASSBACK.deliver();
		PASSBACK.deliverAfter(Duration.ofMinutes(40));
		PASSBACK.lms().gradebook().unlock(this.mentor.sub(), PassbackFixture.ITEM);
		PASSBACK.deliverAfter(Duration.ofMinutes(60));
		assertThat(answers()).containsExactly(500, 200);
	}

	@Test
	void bringsWhatNodeLeftBehindThatDied() {
		progress(83);
		PASSBACK.get(DeliveryClaims.class).due(PASSBACK.platform(), 10);
		PASSBACK.deliver();
		assertThat(answers()).isEmpty();
		PASSBACK.deliverAfter(Duration.ofMinutes(9));
		assertThat(PASSBACK.inGradebook(this.mentor).score()).isEqualTo(83);
	}

	@Test
	void asksForOneTokenForManyGrades() {
		PASSBACK.lms().forgetTokens();
		for (int i = 0; i < 9; i++) {
			PASSBACK.progresses(PASSBACK.mentor(), Standings.completed(Standings.JUDGING, 80 + i));
		}
		PASSBACK.deliver();
		assertThat(PASSBACK.lms().received().tokenRequests()).hasSize(1);
	}

	@Test
	void sendsNothingToPlatformThatIsDisabled() {
		progress(83);
		enable(false);
		PASSBACK.deliver();
		enable(true);
		assertThat(answers()).isEmpty();
		assertThat(delivery().state()).isEqualTo(Delivery.State.ON_ITS_WAY);
	}

	@Test
	void sparesOtherGradesOfLmsThatDoesNotAnswer() throws IOException {
		List<Enrolment> mentors = mentorsOfDeadLms(6);
		PASSBACK.deliver();
		assertThat(mentors).extracting((each) -> PASSBACK.tables().of(each, "tries", Integer.class))
			.containsExactly(1, 1, 1, 1, 1, 0);
	}

	@Test
	void bringsGradesOfOthersWhileOneLmsDoesNotAnswer() throws IOException {
		mentorsOfDeadLms(6);
		progress(83);
		PASSBACK.deliver();
		assertThat(PASSBACK.inGradebook(this.mentor).score()).isEqualTo(83);
	}

	@Test
	void goesByItselfOnceTransactionIsCommitted() {
		DeliveryWorker loop = PASSBACK.get(DeliveryWorker.class);
		loop.start();
		progress(83);
		await().atMost(Duration.ofSeconds(30)).until(() -> PASSBACK.inGradebook(this.mentor).score() != null);
		loop.stop();
	}

	@Test
	void goesNowhereInsideTransaction() {
		assertThatIllegalStateException()
			.isThrownBy(() -> PASSBACK.transaction().executeWithoutResult((status) -> PASSBACK.deliver()));
	}

	@Test
	void givesBackWhatItHasNotSentWhenToldToStop() {
		for (int i = 0; i < 4; i++) {
			PASSBACK.progresses(PASSBACK.mentor(), Standings.completed(Standings.JUDGING, 80));
		}
		PASSBACK.get(DeliveryWorker.class).complete(() -> answers().isEmpty());
		assertThat(answers()).hasSize(1);
		assertThat(PASSBACK.get(DeliveryClaims.class).due(PASSBACK.platform(), 10)).hasSize(3);
	}

	@Test
	void countsWhatBecameOfGrades() {
		double delivered = PASSBACK.count("delivered");
		double retried = PASSBACK.count("retried");
		PASSBACK.lms().faults().takeDown(Faults.Door.SCORES);
		progress(83);
		PASSBACK.deliver();
		PASSBACK.lms().faults().clear();
		PASSBACK.deliverAfter(Duration.ofSeconds(10));
		assertThat(PASSBACK.count("delivered") - delivered).isCloseTo(1, within(0.1));
		assertThat(PASSBACK.count("retried") - retried).isCloseTo(1, within(0.1));
	}

	private void progress(int points) {
		PASSBACK.progresses(this.mentor, Standings.completed(Standings.JUDGING, points));
	}

	/** Someone whom the gradebook has no row for. */
	private static Enrolment stranger() {
		return PASSBACK.tables()
			.learner(PASSBACK.platform(), "stranger-" + UUID.randomUUID(), PASSBACK.lineItem(), "judging");
	}

	private Delivery delivery() {
		return PASSBACK.get(GradeDeliveries.class).of(this.mentor.learner(), this.mentor.link().id()).orElseThrow();
	}

	/**
	 * What the LMS answered to scores. A token may have run out between two tests; its
	 * replacement is tested elsewhere.
	 */
	private static List<Integer> answers() {
		return PASSBACK.lms()
			.received()
			.scores()
			.stream()
			.map(ReceivedScore::status)
			.filter((status) -> status != 401)
			.toList();
	}

	private static ReceivedScore lastSent() {
		List<ReceivedScore> scores = PASSBACK.lms().received().scores();
		return scores.get(scores.size() - 1);
	}

	private static void enable(boolean enabled) {
		PASSBACK.tables()
			.jdbc()
			.sql("UPDATE platform SET enabled = ? WHERE id = ?")
			.params(enabled, PASSBACK.platform().value())
			.update();
	}

	private static List<Enrolment> mentorsOfDeadLms(int number) throws IOException {
		int closed;
		try (ServerSocket socket = new ServerSocket(0)) {
			closed = socket.getLocalPort();
		}
		String issuer = "http://127.0.0.1:" + closed;
		PlatformId dead = PASSBACK.tables().platform(issuer, "c", issuer + "/token");
		List<Enrolment> mentors = new ArrayList<>();
		for (int i = 0; i < number; i++) {
			mentors.add(PASSBACK.tables().learner(dead, "m" + i, URI.create(issuer + "/lineitem"), "judging"));
			PASSBACK.progresses(mentors.get(i), Standings.completed(Standings.JUDGING, 83));
			PASSBACK.clock().advance(Duration.ofMillis(1));
		}
		return mentors;
	}

	/** The operator acts while a thread, which has claimed two grades, sends one. */
	private static final class DisabledAfterFirstGrade implements BooleanSupplier {

		@Override
		public boolean getAsBoolean() {
			if (!PASSBACK.lms().received().scores().isEmpty()) {
				PASSBACK.tables().jdbc().sql("UPDATE platform SET enabled = FALSE").update();
			}
			return true;
		}

	}

}
