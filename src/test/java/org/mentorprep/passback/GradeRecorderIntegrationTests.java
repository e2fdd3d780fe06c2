package org.mentorprep.passback;

import java.net.URI;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.Enrolment;
import org.mentorprep.launch.Link;
import org.mentorprep.lti.service.ScoreClient;
import org.mentorprep.progress.Progress.ModuleProgressed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Which grades become due when, and in which transaction. */
@Tag("database")
@Tag("sql")
class GradeRecorderIntegrationTests {

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
	void recordsGradeWhenSomethingWasFinished() {
		ROOM.progresses(this.mentor, Standings.completed(Standings.JUDGING, 83));
		assertThat(points(this.mentor)).isEqualTo(83);
	}

	@Test
	void recordsNothingBeforeAnythingWasFinished() {
		ROOM.launches(this.mentor);
		assertThat(points(this.mentor)).isNull();
	}

	@Test
	void recordsNothingForModuleThatLinkDoesNotAskFor() {
		ROOM.progresses(this.mentor, Standings.completed(Standings.PLANNING, 83));
		assertThat(points(this.mentor)).isNull();
	}

	@Test
	void recordsShareForLinkOfWholeProgramme() {
		Enrolment programme = ROOM.tables().learner(ROOM.platform(), "p1", ROOM.column(), null);
		ROOM.progresses(programme, Standings.completed(Standings.PLANNING, 83));
		assertThat(points(programme)).isEqualTo(33);
	}

	@Test
	void recordsShareOfMandatoryModulesForLinkOfNamedProgramme() {
		Enrolment route = route();
		ROOM.progresses(route, Standings.completed(Standings.JUDGING, 83));
		assertThat(points(route)).isEqualTo(50);
	}

	@Test
	void recordsNothingForModuleThatIsOffered() {
		Enrolment route = route();
		ROOM.progresses(route, Standings.completed(Standings.PLANNING, 83));
		assertThat(points(route)).isNull();
	}

	@Test
	void completingWhatIsOfferedSendsNothingAgain() {
		Enrolment route = route();
		ROOM.progresses(route, Standings.completed(Standings.JUDGING, 83));
		ROOM.progresses(route, Standings.completed(Standings.LISTENING, 83));
		ROOM.progresses(route, Standings.completed(Standings.PLANNING, 83));
		assertThat(points(route)).isEqualTo(100);
		assertThat(ROOM.tables().of(route, "standing", Long.class)).isEqualTo(2);
	}

	@Test
	void recordsGradeForEveryCourseOfPerson() {
		URI elsewhere = URI.create(ROOM.column() + "&elsewhere");
		Enrolment second = ROOM.tables()
			.enrol(ROOM.platform(), this.mentor.person(), this.mentor.learner(), this.mentor.sub(), elsewhere, null);
		ROOM.progresses(this.mentor, Standings.completed(Standings.JUDGING, 83));
		assertThat(ROOM.get(Deliveries.class).of(second.learner(), second.link().id()).orElseThrow().points())
			.isEqualTo(33);
		assertThat(ROOM.get(Deliveries.class).of(this.mentor.learner(), this.mentor.link().id()).orElseThrow().points())
			.isEqualTo(83);
	}

	@Test
	void recordsNothingForOtherPeople() {
		Enrolment other = ROOM.mentor();
		ROOM.progresses(this.mentor, Standings.completed(Standings.JUDGING, 83));
		assertThat(points(other)).isNull();
	}

	@Test
	void recordsGradeAtOnceForLinkSeenFirstAfterCompletion() {
		ROOM.stands(this.mentor, Standings.completed(Standings.JUDGING, 83));
		ROOM.launches(this.mentor);
		assertThat(points(this.mentor)).isEqualTo(83);
	}

	@Test
	void recordsNothingForCourseStaff() {
		ROOM.stands(this.mentor, Standings.completed(Standings.JUDGING, 83));
		ROOM.launches(
				new Enrolment(this.mentor.link(), this.mentor.learner(), this.mentor.person(), "1", CourseRole.STAFF));
		assertThat(points(this.mentor)).isNull();
	}

	@Test
	void recordsNothingForLinkWithoutColumn() {
		ROOM.stands(this.mentor, Standings.completed(Standings.JUDGING, 83));
		ROOM.launches(with(null, Set.of(ScoreClient.SCOPE)));
		assertThat(points(this.mentor)).isNull();
	}

	@Test
	void recordsNothingWhereLmsTakesNoScores() {
		ROOM.stands(this.mentor, Standings.completed(Standings.JUDGING, 83));
		ROOM.launches(with(ROOM.column(), Set.of("https://purl.imsglobal.org/spec/lti-ags/scope/lineitem")));
		assertThat(points(this.mentor)).isNull();
	}

	@Test
	void recordsNothingIfAnswerIsNotKept() {
		ROOM.stands(this.mentor, Standings.completed(Standings.JUDGING, 83));
		ROOM.transaction().executeWithoutResult((status) -> {
			ROOM.get(GradeRecorder.class).on(new ModuleProgressed(this.mentor.person(), Standings.JUDGING));
			status.setRollbackOnly();
		});
		assertThat(points(this.mentor)).isNull();
	}

	@Test
	void worksOnlyInsideTransactionOfCaller() {
		assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
		assertThatIllegalStateException().isThrownBy(
				() -> ROOM.get(GradeRecorder.class).on(new ModuleProgressed(this.mentor.person(), Standings.JUDGING)));
	}

	/** A learner in a link for {@link Standings#ROUTE}. */
	private static Enrolment route() {
		Enrolment learner = ROOM.tables().learner(ROOM.platform(), UUID.randomUUID().toString(), ROOM.column(), null);
		ROOM.tables()
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
		return ROOM.tables().of(mentor, "points", Integer.class);
	}

}
