package org.mentorprep.passback;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import practicelms.PracticeLms;
import practicelms.course.Course;
import practicelms.course.Gradebook;
import practicelms.course.Person;

import org.springframework.beans.factory.annotation.Autowired;

import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.TypingMentor;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The whole way, from a launch at the LMS to the grade in its gradebook. */
@IntegrationTest
@ExtendWith(SendingProgress.class)
@Tag("sql")
class LaunchToGradeIntegrationTests {

	@Autowired
	private PracticeLms lms;

	@Test
	void gradeOfATaskArrivesAndTheMentorIsToldSo() {
		Person person = this.lms.enrolMentor("Lena", "Farrow");
		TypingMentor mentor = new TypingMentor(this.lms, Course.JUDGEMENTORING, person, 3);
		mentor.launches().worksOneTask();
		await().atMost(ofSeconds(30)).untilAsserted(() -> assertThat(score(person)).isNotNull());
		await().atMost(ofSeconds(30))
			.untilAsserted(() -> assertThat(mentor.looksAgain().document().text())
				.contains(score(person).intValue() + " arrived there"));
	}

	private Double score(Person person) {
		return this.lms.gradebook().grade(person.id(), Gradebook.JUDGEMENTORING_ITEM).score();
	}

}
