package org.mentorprep.passback;

import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.mentorprep.launch.Enrolment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Grades for an LMS whose gradebook is at another host than its tokens, and whose tokens
 * are asked for in another name than their address.
 */
@Tag("database")
@Tag("sql")
class SplitLmsIntegrationTests {

	private static final PassbackFixture PASSBACK = new PassbackFixture();

	@BeforeEach
	void split() {
		PASSBACK.reset();
		PASSBACK.lms().forgetTokens();
		PASSBACK.moveLmsTo(Set.of(), null);
	}

	@AfterAll
	static void close() {
		PASSBACK.close();
	}

	@Test
	@DisplayName("case 155, F8: no token goes to a site that nobody confirmed, and none is even asked for")
	void noTokenGoesToASiteThatNobodyConfirmed() {
		PASSBACK.lms().site().split(true);
		Enrolment mentor = PASSBACK.mentor();
		deliver(mentor);
		assertThat(PASSBACK.get(GradeDeliveries.class).of(mentor.learner(), mentor.link().id())).get()
			.extracting(Delivery::reason)
			.isEqualTo(Delivery.Reason.FOREIGN_ADDRESS);
		assertThat(PASSBACK.lms().received().tokenRequests()).isEmpty();
		assertThat(PASSBACK.lms().received().scores()).isEmpty();
	}

	@Test
	@DisplayName("F8: a grade arrives at a site of the LMS that was confirmed")
	void gradeArrivesAtASiteThatWasConfirmed() {
		PASSBACK.lms().site().split(true);
		PASSBACK.moveLmsTo(Set.of(PASSBACK.lms().site().pagesUrl()), null);
		Enrolment mentor = PASSBACK.mentor();
		deliver(mentor);
		assertThat(PASSBACK.inGradebook(mentor).score()).isEqualTo(40);
	}

	@Test
	@DisplayName("F9: a token is asked for in the name that the registration says")
	void tokenIsAskedForInTheNameOfTheRegistration() {
		PASSBACK.lms().site().tokenAudience("https://api.lms.example/auth/token");
		Enrolment mentor = PASSBACK.mentor();
		deliver(mentor);
		assertThat(PASSBACK.inGradebook(mentor).score()).isNull();
		PASSBACK.moveLmsTo(Set.of(), "https://api.lms.example/auth/token");
		Enrolment another = PASSBACK.mentor();
		deliver(another);
		assertThat(PASSBACK.inGradebook(another).score()).isEqualTo(40);
	}

	private static void deliver(Enrolment mentor) {
		PASSBACK.progresses(mentor, Standings.open(Standings.JUDGING, 40));
		PASSBACK.deliver();
	}

}
