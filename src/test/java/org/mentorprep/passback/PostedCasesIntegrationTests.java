package org.mentorprep.passback;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.mentorprep.audit.Actor;
import org.mentorprep.launch.Enrolment;
import org.mentorprep.passback.CircuitBreaker.Pass;
import org.mentorprep.passback.Delivery.DeliveryLine;

import practicelms.course.Course;
import practicelms.course.Gradebook;
import practicelms.course.LineItem;
import practicelms.service.Faults;
import practicelms.service.ReceivedScore;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of grades whose LMS is not as it should be. */
@Tag("database")
class PostedCasesIntegrationTests {

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
	@DisplayName("case 145: a grade that stands in the gradebook is confirmed there")
	void confirmsGradeInGradebook() {
		arrive(83);
		ROOM.deliverAfter(Duration.ofMinutes(1));
		assertThat(line().finding()).isEqualTo(Delivery.CheckResult.AS_SENT);
	}

	@Test
	@DisplayName("case 145: a grade that the LMS lost is noticed")
	void noticesGradeThatIsNotThere() {
		arrive(83);
		ROOM.lms().gradebook().clear();
		ROOM.deliverAfter(Duration.ofMinutes(1));
		assertThat(line().finding()).isEqualTo(Delivery.CheckResult.NO_GRADE);
	}

	@Test
	@DisplayName("case 150: a teacher's grade is reported and not overwritten")
	void reportsGradeOfTeacherAndLeavesIt() {
		arrive(83);
		ROOM.lms().gradebook().override(this.mentor.sub(), PostRoom.ITEM, 95, "Well done");
		ROOM.deliverAfter(Duration.ofMinutes(1));
		assertThat(line().finding()).isEqualTo(Delivery.CheckResult.OTHER_GRADE);
		assertThat(line().foundPoints()).isEqualTo(95);
		ROOM.deliverAfter(Duration.ofDays(9));
		assertThat(answers()).containsExactly(200);
	}

	@Test
	@DisplayName("case 150: a better result is sent after a teacher's grade")
	void sendsBetterResultAfterGradeOfTeacher() {
		arrive(71);
		ROOM.lms().gradebook().override(this.mentor.sub(), PostRoom.ITEM, 95, null);
		ROOM.deliverAfter(Duration.ofMinutes(1));
		arrive(83);
		assertThat(answers()).containsExactly(200, 200);
	}

	@Test
	@DisplayName("case 144: after 409 twice the gradebook is read, and ours is believed")
	void believesOwnGradeBehindSecondConflict() {
		arrive(83);
		ROOM.clock().advance(Duration.ofSeconds(-30));
		ROOM.tables()
			.jdbc()
			.sql("UPDATE grade_delivery SET last_stamp = NULL, state = 'ON_ITS_WAY', due_at = ?")
			.param(GradeDeliveries.at(ROOM.clock().instant()))
			.update();
		ROOM.deliver();
		ROOM.clock().advance(Duration.ofSeconds(30));
		assertThat(answers()).containsExactly(200, 409, 409);
		assertThat(line().delivery().state()).isEqualTo(Delivery.State.ARRIVED);
	}

	@Test
	@DisplayName("case 144: after 409 twice with another grade there, staff are told and it is tried later")
	void reportsSomethingNewer() {
		ROOM.lms().gradebook().override(this.mentor.sub(), PostRoom.ITEM, 95, null);
		ROOM.clock().advance(Duration.ofSeconds(-60));
		progress(83);
		ROOM.deliver();
		ROOM.clock().advance(Duration.ofSeconds(60));
		assertThat(answers()).containsExactly(409, 409);
		assertThat(line().delivery().problem()).isEqualTo(Delivery.Reason.NEWER_THERE);
	}

	@Test
	@DisplayName("case 146: a column that is gone is looked for, and grades go to the one that took its place")
	void findsColumnThatTookPlace() {
		URI gone = URI.create(ROOM.column().toString().replace("/lineitems/2/", "/lineitems/99/"));
		Enrolment lost = ROOM.elsewhere(this.mentor, gone);
		ROOM.lms()
			.gradebook()
			.replace(new LineItem(PostRoom.ITEM, "Judging", 100, "module:judging", "completion", null));
		ROOM.progresses(lost, Standings.completed(Standings.JUDGING, 83));
		ROOM.deliver();
		assertThat(ROOM.inGradebook(this.mentor).score()).isEqualTo(83);
	}

	@Test
	@DisplayName("case 146: a column that is gone for good is told to staff, and none is made")
	void tellsColumnIsGone() {
		URI gone = URI.create(ROOM.column().toString().replace("/lineitems/2/", "/lineitems/99/"));
		Enrolment lost = ROOM.elsewhere(this.mentor, gone);
		ROOM.progresses(lost, Standings.completed(Standings.JUDGING, 83));
		ROOM.deliver();
		DeliveryLine line = ROOM.lineOf(lost);
		assertThat(line.delivery().state()).isEqualTo(Delivery.State.REFUSED);
		assertThat(line.delivery().problem()).isEqualTo(Delivery.Reason.COLUMN_GONE);
		assertThat(ROOM.lms().gradebook().lineItems()).hasSize(2);
	}

	@Test
	@DisplayName("case 147: a score that is not accepted is kept with its reason until staff send it again")
	void sendsParkedGradeAgainForStaff() {
		Enrolment stranger = ROOM.tables()
			.learner(ROOM.platform(), "stranger-" + UUID.randomUUID(), ROOM.column(), "judging");
		ROOM.progresses(stranger, Standings.completed(Standings.JUDGING, 83));
		ROOM.deliver();
		DeliveryLine parked = ROOM.lineOf(stranger);
		assertThat(parked.delivery().problem()).isEqualTo(Delivery.Reason.NOT_ACCEPTED);
		resend(parked, stranger);
		ROOM.deliver();
		assertThat(answers()).containsExactly(400, 400);
	}

	@Test
	void resendsNothingOfAnotherCourse() {
		arrive(83);
		assertThat(resend(line(), ROOM.mentor())).isFalse();
	}

	@Test
	void findsColumnOfLinkThatNamesNone() {
		Enrolment bare = ROOM.withoutColumn(this.mentor, Course.MENTOR_PREPARATION.resourceLinkId());
		ROOM.progresses(bare, Standings.completed(Standings.JUDGING, 83));
		ROOM.deliver();
		assertThat(ROOM.lms().gradebook().grade(bare.sub(), Gradebook.MENTOR_PREPARATION_ITEM).score()).isEqualTo(83);
	}

	@Test
	@DisplayName("case 149: an LMS that is down is left alone by all, and one grade tries whether it is back")
	void triesWithOneGradeAndThenSendsAll() {
		ROOM.lms().faults().takeDown(Faults.Door.SCORES);
		List<Enrolment> mentors = Stream.generate(ROOM::mentor).limit(9).toList();
		mentors.forEach((each) -> ROOM.progresses(each, Standings.completed(Standings.JUDGING, 83)));
		ROOM.deliver();
		assertThat(answers()).hasSize(5);
		ROOM.deliverAfter(Duration.ofSeconds(10));
		assertThat(answers()).hasSize(6);
		ROOM.lms().faults().clear();
		ROOM.deliverAfter(Duration.ofSeconds(20));
		assertThat(mentors).allSatisfy((each) -> assertThat(ROOM.inGradebook(each).score()).isEqualTo(83));
		assertThat(answers()).hasSize(15);
	}

	@Test
	void tellsThatLmsIsLeftAloneOfGradesThatWereNotTried() {
		ROOM.get(CircuitBreaker.class).failed(ROOM.platform(), Pass.FREE, "UNREACHABLE", Duration.ofMinutes(5));
		progress(83);
		ROOM.deliver();
		assertThat(answers()).isEmpty();
		assertThat(line().delivery().problem()).isEqualTo(Delivery.Reason.UNREACHABLE);
	}

	@Test
	void makesColumnForLinkWithoutOne() {
		ROOM.lms().gradebook().remove(Gradebook.MENTOR_PREPARATION_ITEM);
		Enrolment bare = ROOM.withoutColumn(this.mentor, Course.MENTOR_PREPARATION.resourceLinkId());
		ROOM.progresses(bare, Standings.completed(Standings.JUDGING, 83));
		ROOM.deliver();
		LineItem made = ROOM.lms().gradebook().lineItems().get(1);
		assertThat(made.resourceId()).isEqualTo("module:judging");
		assertThat(ROOM.lms().gradebook().grade(bare.sub(), made.id()).score()).isEqualTo(83);
	}

	private void arrive(int points) {
		progress(points);
		ROOM.deliver();
	}

	private void progress(int points) {
		ROOM.progresses(this.mentor, Standings.completed(Standings.JUDGING, points));
	}

	private static boolean resend(DeliveryLine line, Enrolment somebody) {
		return ROOM.transaction()
			.execute((status) -> ROOM.get(Deliveries.class)
				.resend(Actor.tool(), line.id(), Set.of(somebody.link().id())));
	}

	private DeliveryLine line() {
		return ROOM.lineOf(this.mentor);
	}

	private static List<Integer> answers() {
		return ROOM.lms()
			.received()
			.scores()
			.stream()
			.map(ReceivedScore::status)
			.filter((status) -> status != 401)
			.toList();
	}

}
