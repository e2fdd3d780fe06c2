package org.mentorprep.passback;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.mentorprep.audit.Actor;
import org.mentorprep.launch.Enrolment;
import org.mentorprep.passback.Delivery.DeliveryLine;

import practicelms.course.Course;
import practicelms.course.Gradebook;
import practicelms.course.LineItem;
import practicelms.service.Faults;
import practicelms.service.ReceivedScore;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of grades whose LMS is not as it should be. */
@Tag("database")
@Tag("sql")
class DeliveryCasesIntegrationTests {

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
	@DisplayName("case 145: a grade that stands in the gradebook is confirmed there")
	void confirmsGradeInGradebook() {
		arrive(83);
		PASSBACK.deliverAfter(Duration.ofMinutes(1));
		assertThat(line().checkResult()).isEqualTo(Delivery.CheckResult.AS_SENT);
	}

	@Test
	@DisplayName("case 145: a grade that the LMS lost is noticed")
	void noticesGradeThatIsNotThere() {
		arrive(83);
		PASSBACK.lms().gradebook().clear();
		PASSBACK.deliverAfter(Duration.ofMinutes(1));
		assertThat(line().checkResult()).isEqualTo(Delivery.CheckResult.NO_GRADE);
	}

	@Test
	@DisplayName("F3: a grade that was there and vanished is sent again, as soon as that is seen")
	void sendsAgainWhatVanished() {
		arrive(83);
		PASSBACK.deliverAfter(Duration.ofMinutes(1));
		PASSBACK.lms().gradebook().reset();
		PASSBACK.deliverAfter(Duration.ofDays(2));
		PASSBACK.deliver();
		assertThat(PASSBACK.inGradebook(this.mentor).score()).isEqualTo(83);
	}

	@Test
	@DisplayName("F3: a launch has the gradebook read, and what is not there sent again, once")
	void launchBringsBackWhatIsGone() {
		arrive(83);
		PASSBACK.lms().gradebook().reset();
		PASSBACK.deliverAfter(Duration.ofMinutes(1));
		assertThat(line().checkResult()).isEqualTo(Delivery.CheckResult.NO_GRADE);
		PASSBACK.deliverAfter(Duration.ofMinutes(6));
		PASSBACK.launches(this.mentor);
		PASSBACK.deliver();
		PASSBACK.deliver();
		assertThat(PASSBACK.inGradebook(this.mentor).score()).isEqualTo(83);
	}

	@Test
	@DisplayName("F3: a launch never fights a teacher's grade, and two at once read the gradebook once")
	void launchLeavesAnOverrideAlone() {
		arrive(83);
		PASSBACK.lms().gradebook().override(this.mentor.sub(), PassbackFixture.ITEM, 95, "Well done");
		PASSBACK.deliverAfter(Duration.ofMinutes(1));
		PASSBACK.deliverAfter(Duration.ofMinutes(6));
		PASSBACK.launches(this.mentor);
		PASSBACK.launches(this.mentor);
		PASSBACK.deliver();
		PASSBACK.deliver();
		assertThat(line().checkResult()).isEqualTo(Delivery.CheckResult.OTHER_GRADE);
		assertThat(answers()).containsExactly(200);
	}

	@Test
	@DisplayName("F3: an LMS that shows us no grade gets it once, not again and again")
	void neverSendsInCircles() {
		arrive(83);
		for (int day = 0; day < 9; day++) {
			PASSBACK.lms().gradebook().reset();
			PASSBACK.deliverAfter(Duration.ofDays(day + 1));
		}
		assertThat(answers()).containsExactly(200);
	}

	@Test
	@DisplayName("case 150: a teacher's grade is reported and not overwritten")
	void reportsGradeOfTeacherAndLeavesIt() {
		arrive(83);
		PASSBACK.lms().gradebook().override(this.mentor.sub(), PassbackFixture.ITEM, 95, "Well done");
		PASSBACK.deliverAfter(Duration.ofMinutes(1));
		assertThat(line().checkResult()).isEqualTo(Delivery.CheckResult.OTHER_GRADE);
		assertThat(line().foundPoints()).isEqualTo(95);
		PASSBACK.deliverAfter(Duration.ofDays(9));
		assertThat(answers()).containsExactly(200);
	}

	@Test
	@DisplayName("case 150: a better result is sent after a teacher's grade")
	void sendsBetterResultAfterGradeOfTeacher() {
		arrive(71);
		PASSBACK.lms().gradebook().override(this.mentor.sub(), PassbackFixture.ITEM, 95, null);
		PASSBACK.deliverAfter(Duration.ofMinutes(1));
		arrive(83);
		assertThat(answers()).containsExactly(200, 200);
	}

	@Test
	@DisplayName("case 144: after 409 twice the gradebook is read, and ours is believed")
	void believesOwnGradeBehindSecondConflict() {
		arrive(83);
		PASSBACK.clock().advance(Duration.ofSeconds(-30));
		PASSBACK.tables()
			.jdbc()
			.sql("UPDATE grade_delivery SET last_stamp = NULL, state = 'ON_ITS_WAY', due_at = :now")
			.param("now", PASSBACK.clock().instant())
			.update();
		PASSBACK.deliver();
		PASSBACK.clock().advance(Duration.ofSeconds(30));
		assertThat(answers()).containsExactly(200, 409, 409);
		assertThat(line().state()).isEqualTo(Delivery.State.ARRIVED);
	}

	@Test
	@DisplayName("case 144: after 409 twice with another grade there, staff are told and it is tried later")
	void reportsSomethingNewer() {
		PASSBACK.lms().gradebook().override(this.mentor.sub(), PassbackFixture.ITEM, 95, null);
		PASSBACK.clock().advance(Duration.ofSeconds(-60));
		progress(83);
		PASSBACK.deliver();
		PASSBACK.clock().advance(Duration.ofSeconds(60));
		assertThat(answers()).containsExactly(409, 409);
		assertThat(line().reason()).isEqualTo(Delivery.Reason.NEWER_THERE);
	}

	@Test
	@DisplayName("case 146: a line item that is gone is looked for, and grades go to the one that took its place")
	void findsLineItemThatTookPlace() {
		URI gone = URI.create(PASSBACK.lineItem().toString().replace("/lineitems/2/", "/lineitems/99/"));
		Enrolment lost = PASSBACK.elsewhere(this.mentor, gone);
		PASSBACK.lms()
			.gradebook()
			.replace(new LineItem(PassbackFixture.ITEM, "Judging", 100, "module:judging", "completion", null));
		PASSBACK.progresses(lost, Standings.completed(Standings.JUDGING, 83));
		PASSBACK.deliver();
		assertThat(PASSBACK.inGradebook(this.mentor).score()).isEqualTo(83);
	}

	@Test
	@DisplayName("case 146: a line item that is gone for good is told to staff, and none is created")
	void tellsLineItemIsGone() {
		URI gone = URI.create(PASSBACK.lineItem().toString().replace("/lineitems/2/", "/lineitems/99/"));
		Enrolment lost = PASSBACK.elsewhere(this.mentor, gone);
		PASSBACK.progresses(lost, Standings.completed(Standings.JUDGING, 83));
		PASSBACK.deliver();
		DeliveryLine line = PASSBACK.lineOf(lost);
		assertThat(line.state()).isEqualTo(Delivery.State.REFUSED);
		assertThat(line.reason()).isEqualTo(Delivery.Reason.LINE_ITEM_GONE);
		assertThat(PASSBACK.lms().gradebook().lineItems()).hasSize(2);
	}

	@Test
	@DisplayName("case 147: a score that is not accepted is kept with its reason until staff send it again")
	void sendsParkedGradeAgainForStaff() {
		Enrolment stranger = PASSBACK.tables()
			.learner(PASSBACK.platform(), "stranger-" + UUID.randomUUID(), PASSBACK.lineItem(), "judging");
		PASSBACK.progresses(stranger, Standings.completed(Standings.JUDGING, 83));
		PASSBACK.deliver();
		DeliveryLine parked = PASSBACK.lineOf(stranger);
		assertThat(parked.reason()).isEqualTo(Delivery.Reason.NOT_ACCEPTED);
		resend(parked, stranger);
		PASSBACK.deliver();
		assertThat(answers()).containsExactly(400, 400);
	}

	@Test
	void resendsNothingOfAnotherCourse() {
		arrive(83);
		assertThat(resend(line(), PASSBACK.mentor())).isFalse();
	}

	@Test
	void findsLineItemOfLinkThatNamesNone() {
		Enrolment bare = PASSBACK.withoutLineItem(this.mentor, Course.MENTOR_PREPARATION.resourceLinkId());
		PASSBACK.progresses(bare, Standings.completed(Standings.JUDGING, 83));
		PASSBACK.deliver();
		assertThat(PASSBACK.lms().gradebook().grade(bare.sub(), Gradebook.MENTOR_PREPARATION_ITEM).score())
			.isEqualTo(83);
	}

	@Test
	@DisplayName("case 149: a line item that fails is left alone by all, and one grade tries whether it is back")
	void triesWithOneGradeAndThenSendsAll() {
		PASSBACK.lms().faults().takeDown(Faults.Door.SCORES);
		List<Enrolment> mentors = Stream.generate(PASSBACK::mentor).limit(9).toList();
		mentors.forEach((each) -> PASSBACK.progresses(each, Standings.completed(Standings.JUDGING, 83)));
		PASSBACK.deliver();
		assertThat(answers()).hasSize(3);
		PASSBACK.deliverAfter(Duration.ofSeconds(10));
		assertThat(answers()).hasSize(4);
		PASSBACK.lms().faults().clear();
		PASSBACK.deliverAfter(Duration.ofSeconds(20));
		assertThat(mentors).allSatisfy((each) -> assertThat(PASSBACK.inGradebook(each).score()).isEqualTo(83));
		assertThat(answers()).hasSize(13);
	}

	@Test
	void tellsThatLmsIsLeftAloneOfGradesThatWereNotTried() {
		PASSBACK.get(CircuitBreaker.class)
			.failed(PASSBACK.platform(), CircuitBreaker.State.CLOSED, new CircuitBreaker.Failure(UUID.randomUUID(),
					Delivery.Reason.UNREACHABLE, Duration.ofMinutes(5), null));
		progress(83);
		PASSBACK.deliver();
		assertThat(answers()).isEmpty();
		assertThat(line().reason()).isEqualTo(Delivery.Reason.UNREACHABLE);
	}

	@Test
	void createsLineItemForLinkWithoutOne() {
		PASSBACK.lms().gradebook().remove(Gradebook.MENTOR_PREPARATION_ITEM);
		Enrolment bare = PASSBACK.withoutLineItem(this.mentor, Course.MENTOR_PREPARATION.resourceLinkId());
		PASSBACK.progresses(bare, Standings.completed(Standings.JUDGING, 83));
		PASSBACK.deliver();
		LineItem made = PASSBACK.lms().gradebook().lineItems().get(1);
		assertThat(made.resourceId()).isEqualTo("module:judging");
		assertThat(PASSBACK.lms().gradebook().grade(bare.sub(), made.id()).score()).isEqualTo(83);
	}

	private void arrive(int points) {
		progress(points);
		PASSBACK.deliver();
	}

	private void progress(int points) {
		PASSBACK.progresses(this.mentor, Standings.completed(Standings.JUDGING, points));
	}

	private static boolean resend(DeliveryLine line, Enrolment somebody) {
		return PASSBACK.transaction()
			.execute((status) -> PASSBACK.get(GradeDeliveries.class)
				.resend(Actor.tool(), line.id(), somebody.link().id()));
	}

	private DeliveryLine line() {
		return PASSBACK.lineOf(this.mentor);
	}

	private static List<Integer> answers() {
		return PASSBACK.lms()
			.received()
			.scores()
			.stream()
			.map(ReceivedScore::status)
			.filter((status) -> status != 401)
			.toList();
	}

}
