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

/** From the outbox to the gradebook, with an LMS that behaves as Moodle does. */
@Tag("database")
@Tag("sql")
class GradeCourierIntegrationTests {

	private static final PostRoom ROOM = new PostRoom();

	private final Enrolment mentor = ROOM.mentor();

	@BeforeEach
	void reset() {
		ROOM.reset();
	}

	@AfterAll
	static void close() {
		ROOM.close();
	}

	@Test
	void bringsGradeToGradebook() {
		progress(83);
		ROOM.deliver();
		assertThat(ROOM.inGradebook(this.mentor).score()).isEqualTo(83);
	}

	@Test
	void bringsRemarkBesideGrade() {
		ROOM.progresses(this.mentor, Standings.open(Standings.JUDGING, 40));
		ROOM.deliver();
		assertThat(ROOM.inGradebook(this.mentor).comment()).contains("Don't say it");
	}

	@Test
	void tellsThatGradeArrived() {
		progress(83);
		ROOM.deliver();
		assertThat(delivery()).isEqualTo(new Delivery(Delivery.State.ARRIVED, 83, delivery().since(), null));
	}

	@Test
	@DisplayName("case 142: InProgress is said with a full grade, never with a pending one")
	void saysThatModuleIsInProgressUntilItIsCompleted() {
		ROOM.progresses(this.mentor, Standings.open(Standings.JUDGING, 95));
		ROOM.deliver();
		assertThat(lastSent().body()).contains("\"InProgress\"").contains("\"scoreGiven\":69,");
	}

	@Test
	void saysThatModuleIsCompleted() {
		progress(83);
		ROOM.deliver();
		assertThat(lastSent().body()).contains("\"Completed\"");
	}

	@Test
	@DisplayName("case 143: a second score of the same second is stamped a second later")
	void bringsBetterGradeOfSameSecond() {
		progress(71);
		ROOM.deliver();
		progress(83);
		ROOM.deliver();
		assertThat(ROOM.inGradebook(this.mentor).score()).isEqualTo(83);
	}

	@Test
	void runsAheadOfClockNoMoreThanNeeded() {
		progress(71);
		ROOM.deliver();
		progress(83);
		ROOM.deliver();
		assertThat(ROOM.inGradebook(this.mentor).timestamp())
			.isEqualTo(ROOM.clock().instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
	}

	@Test
	@DisplayName("case X14: each score has its comment")
	void repeatsRemarkWithEveryGrade() {
		progress(71);
		ROOM.deliver();
		progress(83);
		ROOM.deliver();
		assertThat(ROOM.inGradebook(this.mentor).comment()).isEqualTo("\u2018Judging\u2019 completed.");
	}

	@Test
	void sendsNothingMoreOnceTheLmsIsDisabled() {
		ROOM.progresses(ROOM.mentor(), Standings.completed(Standings.JUDGING, 71));
		progress(83);
		ROOM.get(Rounds.class).complete(new DisabledAfterFirstGrade());
		ROOM.tables().jdbc().sql("UPDATE platform SET enabled = TRUE").update();
		assertThat(ROOM.lms().gradebook().grades()).hasSize(1);
	}

	@Test
	@DisplayName("case 144: after 409 a score is stamped again and sent once more")
	void stampsAgainWhenSomethingNewerIsThere() {
		progress(71);
		ROOM.deliver();
		ROOM.tables().jdbc().sql("UPDATE grade_delivery SET last_stamp = NULL").update();
		progress(83);
		ROOM.deliver();
		assertThat(answers()).containsExactly(200, 409, 200);
		assertThat(ROOM.inGradebook(this.mentor).score()).isEqualTo(83);
	}

	@Test
	void sendsNothingWhenNothingChanged() {
		progress(83);
		ROOM.deliver();
		progress(83);
		ROOM.launches(this.mentor);
		ROOM.deliver();
		assertThat(answers()).hasSize(1);
	}

	@Test
	@DisplayName("case 149: a grade arrives after the LMS was away")
	void bringsGradeAfterLmsWasAway() {
		ROOM.lms().faults().takeDown(Faults.Door.SCORES);
		progress(83);
		ROOM.deliver();
		ROOM.lms().faults().clear();
		ROOM.deliverAfter(Duration.ofSeconds(10));
		assertThat(ROOM.inGradebook(this.mentor).score()).isEqualTo(83);
	}

	@Test
	void tellsThatGradeIsOnItsWayWhileLmsIsAway() {
		ROOM.lms().faults().takeDown(Faults.Door.SCORES);
		progress(83);
		ROOM.deliver();
		assertThat(delivery().state()).isEqualTo(Delivery.State.ON_ITS_WAY);
	}

	@Test
	void leavesLmsAloneDuringPause() {
		ROOM.lms().faults().takeDown(Faults.Door.SCORES);
		progress(83);
		ROOM.deliver();
		ROOM.deliverAfter(Duration.ofSeconds(4));
		assertThat(answers()).hasSize(1);
	}

	@Test
	void pausesLongerEachTime() {
		ROOM.lms().faults().takeDown(Faults.Door.SCORES);
		progress(83);
		ROOM.deliver();
		ROOM.deliverAfter(Duration.ofSeconds(10));
		ROOM.deliverAfter(Duration.ofSeconds(9));
		assertThat(answers()).hasSize(2);
	}

	@Test
	@DisplayName("case 149: after the LMS was away only the latest grade is sent")
	void bringsOnlyLatestGradeAfterLmsWasAway() {
		ROOM.lms().faults().takeDown(Faults.Door.SCORES);
		progress(71);
		ROOM.deliver();
		ROOM.lms().faults().clear();
		progress(83);
		ROOM.deliver();
		ROOM.deliverAfter(Duration.ofDays(1));
		assertThat(answers()).containsExactly(503, 200);
	}

	@Test
	void bringsGradeAfterTokenServiceWasAway() {
		ROOM.lms().forgetTokens();
		ROOM.lms().faults().takeDown(Faults.Door.TOKENS);
		progress(83);
		ROOM.deliver();
		ROOM.lms().faults().clear();
		ROOM.deliverAfter(Duration.ofSeconds(10));
		assertThat(ROOM.inGradebook(this.mentor).score()).isEqualTo(83);
	}

	@Test
	void bringsGradeAtOnceWithFreshTokenWhenOldOneIsRevoked() {
		progress(71);
		ROOM.deliver();
		ROOM.lms().forgetTokens();
		progress(83);
		ROOM.deliver();
		assertThat(ROOM.inGradebook(this.mentor).score()).isEqualTo(83);
	}

	@Test
	@DisplayName("case 147: a score that is not accepted is not sent again by itself")
	void parksGradeThatLmsDoesNotAccept() {
		Enrolment stranger = stranger();
		ROOM.progresses(stranger, Standings.completed(Standings.JUDGING, 83));
		ROOM.deliver();
		ROOM.deliverAfter(Duration.ofDays(3));
		assertThat(answers()).hasSize(1);
		assertThat(ROOM.tables().of(stranger, "problem", String.class)).isEqualTo("NOT_ACCEPTED");
	}

	@Test
	void triesParkedGradeAgainAtNextLaunch() {
		Enrolment stranger = stranger();
		ROOM.progresses(stranger, Standings.completed(Standings.JUDGING, 83));
		ROOM.deliver();
		ROOM.launches(stranger);
		ROOM.deliver();
		assertThat(answers()).hasSize(2);
	}

	@Test
	void triesParkedGradeAgainWhenItIsBetter() {
		Enrolment stranger = stranger();
		ROOM.progresses(stranger, Standings.completed(Standings.JUDGING, 71));
		ROOM.deliver();
		ROOM.progresses(stranger, Standings.completed(Standings.JUDGING, 83));
		ROOM.deliver();
		assertThat(answers()).hasSize(2);
	}

	@Test
	@DisplayName("case X4: a locked grade is tried again after a long pause")
	void bringsLockedGradeLongAfterwards() {
		ROOM.lms().gradebook().lock(this.mentor.sub(), PostRoom.ITEM);
		progress(83);
		ROOM.deliver();
		ROOM.deliverAfter(Duration.ofMinutes(40));
		ROOM.lms().gradebook().unlock(this.mentor.sub(), PostRoom.ITEM);
		ROOM.deliverAfter(Duration.ofMinutes(60));
		assertThat(answers()).containsExactly(500, 200);
	}

	@Test
	void bringsWhatNodeLeftBehindThatDied() {
		progress(83);
		ROOM.get(DeliveryClaims.class).due(ROOM.platform(), 10);
		ROOM.deliver();
		assertThat(answers()).isEmpty();
		ROOM.deliverAfter(Duration.ofMinutes(9));
		assertThat(ROOM.inGradebook(this.mentor).score()).isEqualTo(83);
	}

	@Test
	void asksForOneTokenForManyGrades() {
		ROOM.lms().forgetTokens();
		for (int i = 0; i < 9; i++) {
			ROOM.progresses(ROOM.mentor(), Standings.completed(Standings.JUDGING, 80 + i));
		}
		ROOM.deliver();
		assertThat(ROOM.lms().received().tokenRequests()).hasSize(1);
	}

	@Test
	void sendsNothingToPlatformThatIsDisabled() {
		progress(83);
		enable(false);
		ROOM.deliver();
		enable(true);
		assertThat(answers()).isEmpty();
		assertThat(delivery().state()).isEqualTo(Delivery.State.ON_ITS_WAY);
	}

	@Test
	void sparesOtherGradesOfLmsThatDoesNotAnswer() throws IOException {
		List<Enrolment> mentors = mentorsOfDeadLms(6);
		ROOM.deliver();
		assertThat(mentors).extracting((each) -> ROOM.tables().of(each, "tries", Integer.class))
			.containsExactly(1, 1, 1, 1, 1, 0);
	}

	@Test
	void bringsGradesOfOthersWhileOneLmsDoesNotAnswer() throws IOException {
		mentorsOfDeadLms(6);
		progress(83);
		ROOM.deliver();
		assertThat(ROOM.inGradebook(this.mentor).score()).isEqualTo(83);
	}

	@Test
	void goesByItselfOnceTransactionIsCommitted() {
		DeliveryWorker loop = ROOM.get(DeliveryWorker.class);
		loop.start();
		progress(83);
		await().atMost(Duration.ofSeconds(30)).until(() -> ROOM.inGradebook(this.mentor).score() != null);
		loop.stop();
	}

	@Test
	void goesNowhereInsideTransaction() {
		assertThatIllegalStateException()
			.isThrownBy(() -> ROOM.transaction().executeWithoutResult((status) -> ROOM.deliver()));
	}

	@Test
	void givesBackWhatItHasNotSentWhenToldToStop() {
		for (int i = 0; i < 4; i++) {
			ROOM.progresses(ROOM.mentor(), Standings.completed(Standings.JUDGING, 80));
		}
		ROOM.get(Rounds.class).complete(() -> answers().isEmpty());
		assertThat(answers()).hasSize(1);
		assertThat(ROOM.get(DeliveryClaims.class).due(ROOM.platform(), 10)).hasSize(3);
	}

	@Test
	void countsWhatBecameOfGrades() {
		double delivered = ROOM.count("delivered");
		double retried = ROOM.count("retried");
		ROOM.lms().faults().takeDown(Faults.Door.SCORES);
		progress(83);
		ROOM.deliver();
		ROOM.lms().faults().clear();
		ROOM.deliverAfter(Duration.ofSeconds(10));
		assertThat(ROOM.count("delivered") - delivered).isCloseTo(1, within(0.1));
		assertThat(ROOM.count("retried") - retried).isCloseTo(1, within(0.1));
	}

	private void progress(int points) {
		ROOM.progresses(this.mentor, Standings.completed(Standings.JUDGING, points));
	}

	/** Someone whom the gradebook has no row for. */
	private static Enrolment stranger() {
		return ROOM.tables().learner(ROOM.platform(), "stranger-" + UUID.randomUUID(), ROOM.column(), "judging");
	}

	private Delivery delivery() {
		return ROOM.get(Deliveries.class).of(this.mentor.learner(), this.mentor.link().id()).orElseThrow();
	}

	/**
	 * What the LMS answered to scores. A token may have run out between two tests; its
	 * replacement is tested elsewhere.
	 */
	private static List<Integer> answers() {
		return ROOM.lms()
			.received()
			.scores()
			.stream()
			.map(ReceivedScore::status)
			.filter((status) -> status != 401)
			.toList();
	}

	private static ReceivedScore lastSent() {
		List<ReceivedScore> scores = ROOM.lms().received().scores();
		return scores.get(scores.size() - 1);
	}

	private static void enable(boolean enabled) {
		ROOM.tables()
			.jdbc()
			.sql("UPDATE platform SET enabled = ? WHERE id = ?")
			.params(enabled, ROOM.platform().value())
			.update();
	}

	private static List<Enrolment> mentorsOfDeadLms(int number) throws IOException {
		int closed;
		try (ServerSocket socket = new ServerSocket(0)) {
			closed = socket.getLocalPort();
		}
		String issuer = "http://127.0.0.1:" + closed;
		PlatformId dead = ROOM.tables().platform(issuer, "c", issuer + "/token");
		List<Enrolment> mentors = new ArrayList<>();
		for (int i = 0; i < number; i++) {
			mentors.add(ROOM.tables().learner(dead, "m" + i, URI.create(issuer + "/lineitem"), "judging"));
			ROOM.progresses(mentors.get(i), Standings.completed(Standings.JUDGING, 83));
			ROOM.clock().advance(Duration.ofMillis(1));
		}
		return mentors;
	}

	/** The operator acts while a courier, who has claimed two grades, is out with one. */
	private static final class DisabledAfterFirstGrade implements BooleanSupplier {

		@Override
		public boolean getAsBoolean() {
			if (!ROOM.lms().received().scores().isEmpty()) {
				ROOM.tables().jdbc().sql("UPDATE platform SET enabled = FALSE").update();
			}
			return true;
		}

	}

}
