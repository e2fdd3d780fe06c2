package org.mentorprep.passback;

import java.net.URI;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.Enrolment;
import org.mentorprep.launch.Link;
import org.mentorprep.lti.service.ScoreClient;
import org.mentorprep.passback.SendPolicy.Send;
import org.mentorprep.progress.Progress.ModuleProgressed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Which grades become due when, and in which transaction. */
@Tag("database")
@Tag("sql")
class GradeRecorderIntegrationTests {

	private static final PassbackFixture PASSBACK = new PassbackFixture();

	private final Enrolment mentor = PASSBACK.mentor();

	@BeforeEach
	void reset() {
		PASSBACK.reset();
		PASSBACK.get(SendPolicy.class).use(Send.PROGRESS);
	}

	@AfterAll
	static void close() {
		PASSBACK.close();
	}

	@Test
	@DisplayName("F2: by default nothing is sent, and no row written, before the module is completed")
	void recordsNothingBeforeCompletion() {
		PASSBACK.get(SendPolicy.class).use(Send.COMPLETED);
		PASSBACK.progresses(this.mentor, Standings.open(Standings.JUDGING, 60));
		PASSBACK.launches(this.mentor);
		assertThat(points(this.mentor)).isNull();
	}

	@Test
	@DisplayName("F2: by default nothing is sent before the programme is completed")
	void recordsNoShareBeforeCompletion() {
		PASSBACK.get(SendPolicy.class).use(Send.COMPLETED);
		Enrolment route = route();
		PASSBACK.progresses(route, Standings.completed(Standings.JUDGING, 83));
		assertThat(points(route)).isNull();
		PASSBACK.progresses(route, Standings.completed(Standings.LISTENING, 83));
		assertThat(points(route)).isEqualTo(100);
	}

	@Test
	@DisplayName("F2: once completed, whenever the best result rises")
	void recordsEveryRiseAfterCompletion() {
		PASSBACK.get(SendPolicy.class).use(Send.COMPLETED);
		PASSBACK.progresses(this.mentor, Standings.completed(Standings.JUDGING, 75));
		PASSBACK.progresses(this.mentor, Standings.completed(Standings.JUDGING, 90));
		assertThat(points(this.mentor)).isEqualTo(90);
	}

	@Test
	void recordsGradeWhenSomethingWasFinished() {
		PASSBACK.progresses(this.mentor, Standings.completed(Standings.JUDGING, 83));
		assertThat(points(this.mentor)).isEqualTo(83);
	}

	@Test
	void recordsNothingBeforeAnythingWasFinished() {
		PASSBACK.launches(this.mentor);
		assertThat(points(this.mentor)).isNull();
	}

	@Test
	void recordsNothingForModuleThatLinkDoesNotAskFor() {
		PASSBACK.progresses(this.mentor, Standings.completed(Standings.PLANNING, 83));
		assertThat(points(this.mentor)).isNull();
	}

	@Test
	void recordsShareForLinkOfWholeProgramme() {
		Enrolment programme = PASSBACK.tables().learner(PASSBACK.platform(), "p1", PASSBACK.lineItem(), null);
		PASSBACK.progresses(programme, Standings.completed(Standings.PLANNING, 83));
		assertThat(points(programme)).isEqualTo(33);
	}

	@Test
	void recordsShareOfMandatoryModulesForLinkOfNamedProgramme() {
		Enrolment route = route();
		PASSBACK.progresses(route, Standings.completed(Standings.JUDGING, 83));
		assertThat(points(route)).isEqualTo(50);
	}

	@Test
	void recordsNothingForModuleThatIsOffered() {
		Enrolment route = route();
		PASSBACK.progresses(route, Standings.completed(Standings.PLANNING, 83));
		assertThat(points(route)).isNull();
	}

	@Test
	void completingWhatIsOfferedSendsNothingAgain() {
		Enrolment route = route();
		PASSBACK.progresses(route, Standings.completed(Standings.JUDGING, 83));
		PASSBACK.progresses(route, Standings.completed(Standings.LISTENING, 83));
		PASSBACK.progresses(route, Standings.completed(Standings.PLANNING, 83));
		assertThat(points(route)).isEqualTo(100);
		assertThat(PASSBACK.tables().of(route, "revision", Long.class)).isEqualTo(2);
	}

	@Test
	void recordsGradeForEveryCourseOfPerson() {
		URI elsewhere = URI.create(PASSBACK.lineItem() + "&elsewhere");
		Enrolment second = PASSBACK.tables()
			.enrol(PASSBACK.platform(), this.mentor.person(), this.mentor.learner(), this.mentor.sub(), elsewhere,
					null);
		PASSBACK.progresses(this.mentor, Standings.completed(Standings.JUDGING, 83));
		assertThat(PASSBACK.get(GradeDeliveries.class).of(second.learner(), second.link().id()).orElseThrow().points())
			.isEqualTo(33);
		assertThat(PASSBACK.get(GradeDeliveries.class)
			.of(this.mentor.learner(), this.mentor.link().id())
			.orElseThrow()
			.points()).isEqualTo(83);
	}

	@Test
	void recordsNothingForOtherPeople() {
		Enrolment other = PASSBACK.mentor();
		PASSBACK.progresses(this.mentor, Standings.completed(Standings.JUDGING, 83));
		assertThat(points(other)).isNull();
	}

	@Test
	void recordsGradeAtOnceForLinkSeenFirstAfterCompletion() {
		PASSBACK.stands(this.mentor, Standings.completed(Standings.JUDGING, 83));
		PASSBACK.launches(this.mentor);
		assertThat(points(this.mentor)).isEqualTo(83);
	}

	@Test
	void recordsNothingForCourseStaff() {
		PASSBACK.stands(this.mentor, Standings.completed(Standings.JUDGING, 83));
		PASSBACK.launches(
				new Enrolment(this.mentor.link(), this.mentor.learner(), this.mentor.person(), "1", CourseRole.STAFF));
		assertThat(points(this.mentor)).isNull();
	}

	@Test
	void recordsNothingForLinkWithoutLineItem() {
		PASSBACK.stands(this.mentor, Standings.completed(Standings.JUDGING, 83));
		PASSBACK.launches(with(null, Set.of(ScoreClient.SCOPE)));
		assertThat(points(this.mentor)).isNull();
	}

	@Test
	void recordsNothingWhereLmsTakesNoScores() {
		PASSBACK.stands(this.mentor, Standings.completed(Standings.JUDGING, 83));
		PASSBACK.launches(with(PASSBACK.lineItem(), Set.of("https://purl.imsglobal.org/spec/lti-ags/scope/lineitem")));
		assertThat(points(this.mentor)).isNull();
	}

	@Test
	void recordsNothingIfAnswerIsNotKept() {
		PASSBACK.stands(this.mentor, Standings.completed(Standings.JUDGING, 83));
		PASSBACK.transaction().executeWithoutResult((status) -> {
			PASSBACK.get(GradeRecorder.class).on(new ModuleProgressed(this.mentor.person(), Standings.JUDGING));
			status.setRollbackOnly();
		});
		assertThat(points(this.mentor)).isNull();
	}

	@Test
	void worksOnlyInsideTransactionOfCaller() {
		assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> PASSBACK.get(GradeRecorder.class)
				.on(new ModuleProgressed(this.mentor.person(), Standings.JUDGING)));
	}

	/** A learner in a link for {@link Standings#ROUTE}. */
	private static Enrolment route() {
		Enrolment learner = PASSBACK.tables()
			.learner(PASSBACK.platform(), UUID.randomUUID().toString(), PASSBACK.lineItem(), null);
		PASSBACK.tables()
			.jdbc()
			.sql("UPDATE resource_link SET programme = ? WHERE id = ?")
			.params(Standings.ROUTE.id().value(), learner.link().id().value())
			.update();
		return learner;
	}

	private Enrolment with(URI column, Set<String> scopes) {
		Link link = this.mentor.link();
		return new Enrolment(new Link(link.id(), link.platform(), null, null, column, scopes, link.module()),
				this.mentor.learner(), this.mentor.person(), this.mentor.sub(), CourseRole.LEARNER);
	}

	private static Integer points(Enrolment mentor) {
		return PASSBACK.tables().of(mentor, "points", Integer.class);
	}

}
