package org.mentorprep.launch;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.IdToken;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.TestBrowser.Login;
import org.mentorprep.testing.TestPlatform;

import static org.assertj.core.api.Assertions.assertThat;

/** A course that was copied, with the activities in it. */
@IntegrationTest
class CourseCopyIntegrationTests extends LaunchFixture {

	@Test
	void placedModuleWorksInACopyAtOnce() {
		original("Learner");
		assertThat(home(copy("Instructor", "course-1")).uri().getPath()).endsWith("/modules/judgementoring");
	}

	@ParameterizedTest
	@ValueSource(strings = { "course-1", "unknown,course-1,course-0" })
	void staffAreToldThatItIsACopy(String history) {
		original("Learner");
		assertThat(home(copy("Instructor", history)).body()).contains("This course was copied from another one.");
	}

	/** A teacher may write any course into the custom parameters of an activity. */
	@Test
	void titleOfTheOtherCourseIsForItsOwnStaff() {
		original("Instructor");
		String copy = copy("Instructor", "course-1");
		assertThat(home(copy).body()).doesNotContain("School mentors of the north");
		launch("Instructor", "user-2", "course-1", "link-3", Map.of());
		assertThat(home(copy).body()).contains("This course was copied from ‘School mentors of the north’.");
	}

	@Test
	void learnerOfTheOtherCourseIsNotToldItsTitle() {
		launch("Learner", "user-2", "course-1", "link-1", Map.of("module", "judgementoring"));
		assertThat(home(copy("Instructor", "course-1")).body()).contains("This course was copied from another one.");
	}

	@Test
	void mentorsAreNotTold() {
		original("Learner");
		assertThat(home(copy("Learner", "course-1")).body()).doesNotContain("was copied");
	}

	@ParameterizedTest
	@ValueSource(strings = { "unknown", "course-2", "$Context.id.history", "" })
	void saysNothingOfCoursesThatItDoesNotKnow(String history) {
		original("Learner");
		assertThat(home(copy("Instructor", history)).body()).doesNotContain("was copied");
	}

	@Test
	void coursesOfOtherPlatformsAreNoneOfItsHistory() {
		try (TestPlatform other = TestPlatform.register(this.jdbc)) {
			anotherBrowser().launch(other);
		}
		assertThat(home(copy("Instructor", "course-1")).body()).doesNotContain("was copied");
	}

	@Test
	void nobodysWorkComesAlong() {
		original("Learner");
		String copy = copy("Instructor", "course-1");
		assertThat(this.jdbc.sql("SELECT role FROM enrolment WHERE resource_link = CAST(:link AS uuid)")
			.param("link", copy.substring("/links/".length()))
			.query(String.class)
			.list()).isEqualTo(List.of("STAFF"));
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM grade_delivery WHERE resource_link = CAST(:link AS uuid)")
			.param("link", copy.substring("/links/".length()))
			.query(Integer.class)
			.single()).isZero();
	}

	private void original(String role) {
		launch(role, "user-1", "course-1", "link-1", Map.of("module", "judgementoring"));
	}

	private String copy(String role, String history) {
		return launch(role, "user-2", "course-2", "link-2", Map.of("module", "judgementoring", "ctx_history", history));
	}

	private String launch(String role, String sub, String course, String link, Map<String, String> custom) {
		Login login = this.browser.login(this.platform);
		IdToken token = login.token();
		token.claims.put("sub", sub);
		token.claims.put(TestPlatform.LTI + "roles", List.of(TestPlatform.MEMBERSHIP + role));
		token.claims.put(TestPlatform.LTI + "context",
				Map.of("id", course, "title", course.equals("course-1") ? "School mentors of the north" : "Another"));
		token.claims.put(TestPlatform.LTI + "resource_link", Map.of("id", link));
		token.claims.put(TestPlatform.LTI + "custom", custom);
		return this.browser.launch(login, token).headers().firstValue("Location").orElseThrow();
	}

	/** The page of the link, behind the redirect to its module. */
	private Page home(String link) {
		String module = this.browser.get(link).headers().firstValue("Location").orElseThrow();
		return new Page(URI.create(module), this.browser.get(URI.create(module).getPath()).body());
	}

	private record Page(URI uri, String body) {
	}

}
