package org.mentorprep.course;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.IdToken;
import org.mentorprep.passback.SendingProgress;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.TestBrowser;
import org.mentorprep.testing.TestBrowser.Login;
import org.mentorprep.testing.TestPlatform;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A mentor's work, opened from the gradebook; the numbers are those of the project's list
 * of cases.
 */
@IntegrationTest
@ExtendWith(SendingProgress.class)
class ReviewIntegrationTests extends LaunchFixture {

	@Test
	@DisplayName("case 165a: course staff see how far a mentor is, and no answers")
	void staffSeeHowFarAMentorIs() {
		anotherBrowser().launch(this.platform);
		String page = location(review("Instructor", "staff-1", "user-1"));
		assertThat(page).matches("/course/[0-9a-f-]{36}/mentors/[0-9a-f-]{36}");
		HttpResponse<String> answer = this.browser.get(page);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body())
			.contains("How far Robin Okafor is", "A conversation", "Not started", "What you don’t see here")
			.doesNotContain("<form");
	}

	@Test
	@DisplayName("case 165b: without for_user")
	void refusesReviewOfNobody() {
		assertThat(review("Instructor", "staff-1", null).statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@DisplayName("case 165b: for somebody else, by nobody of the staff")
	@ValueSource(strings = { "Learner", "Mentor" })
	void learnerSeesNobodyElse(String role) {
		anotherBrowser().launch(this.platform);
		HttpResponse<String> answer = review(role, "user-2", "user-1");
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.body()).contains("somebody else’s work");
	}

	@Test
	@DisplayName("case 165b: a learner's own work is their own home")
	void learnerComesHome() {
		assertThat(location(review("Learner", "user-1", "user-1"))).matches("/links/[0-9a-f-]{36}");
	}

	@Test
	void saysThatTheMentorNeverCame() {
		HttpResponse<String> answer = review("Instructor", "staff-1", "user-9");
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).contains("nothing to show yet");
	}

	@Test
	void mentorOfAnotherCourseIsNotFound() {
		String other = location(launch(anotherBrowser(), "Learner", "user-3", "course-2", Map.of()));
		assertThat(other).startsWith("/links/");
		assertThat(review("Instructor", "staff-1", "user-3").statusCode()).isEqualTo(404);
	}

	@Test
	void mentorOfAnotherCourseIsNotFoundByAddressEither() {
		launch(anotherBrowser(), "Learner", "user-3", "course-2", Map.of());
		String learner = this.jdbc.sql("SELECT id FROM learner WHERE sub = 'user-3' AND platform = :platform")
			.param("platform", this.platform.id().value())
			.query(String.class)
			.single();
		String link = location(launch(this.browser, "Instructor", "staff-1", "course-1", Map.of()));
		assertThat(this.browser.get(link.replace("/links/", "/course/") + "/mentors/" + learner).statusCode())
			.isEqualTo(404);
	}

	@Test
	void learnersDoNotOpenPagesOfTheStaff() {
		TestBrowser mentor = anotherBrowser();
		mentor.launch(this.platform);
		String page = location(review("Instructor", "staff-1", "user-1"));
		assertThat(mentor.get(page).statusCode()).isEqualTo(403);
		String link = location(launch(mentor, "Learner", "user-1", "course-1", Map.of()));
		assertThat(mentor.get(page).statusCode()).isEqualTo(403);
		assertThat(mentor.get(link).statusCode()).isEqualTo(302);
	}

	private HttpResponse<String> review(String role, String sub, String forUser) {
		Map<String, Object> more = (forUser != null)
				? Map.of("message_type", "LtiSubmissionReviewRequest", "for_user", Map.of("user_id", forUser))
				: Map.of("message_type", "LtiSubmissionReviewRequest");
		return launch(this.browser, role, sub, "course-1", more);
	}

	private HttpResponse<String> launch(TestBrowser visitor, String role, String sub, String course,
			Map<String, Object> more) {
		Login login = visitor.login(this.platform);
		IdToken token = login.token();
		token.claims.put("sub", sub);
		token.claims.put(TestPlatform.LTI + "roles", List.of(TestPlatform.MEMBERSHIP + role));
		token.claims.put(TestPlatform.LTI + "context", Map.of("id", course));
		token.claims.put(TestPlatform.LTI + "resource_link", Map.of("id", "link-of-" + course));
		more.forEach((name, value) -> token.claims.put(TestPlatform.LTI + name, value));
		if (!course.equals("course-1")) {
			return visitor.launch(login, token);
		}
		token.claims.put(TestPlatform.LTI + "resource_link", Map.of("id", "link-1"));
		return visitor.launch(login, token);
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow();
	}

}
