package practicelms;

import java.net.http.HttpResponse;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicelms.course.Course;
import practicelms.course.Gradebook;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static practicelms.PracticeFixture.ALL_SCOPES;
import static practicelms.PracticeFixture.CLOCK;
import static practicelms.PracticeFixture.LMS;
import static practicelms.PracticeFixture.SCORE_TYPE;
import static practicelms.PracticeFixture.grade;
import static practicelms.PracticeFixture.score;

/** Which scores the practice LMS refuses, and how it says so. */
class PracticeLmsScoreRefusalTests {

	private static final String ITEM = Gradebook.JUDGEMENTORING_ITEM;

	private String token;

	@BeforeEach
	void start() {
		LMS.reset();
		CLOCK.forward(Duration.ofDays(1));
		this.token = PracticeFixture.token(ALL_SCOPES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "userId", "timestamp", "activityProgress", "gradingProgress", "scoreMaximum" })
	void refusesIncompleteScore(String name) {
		ObjectNode score = score();
		score.remove(name);
		expectRefused(post(score));
	}

	@Test
	void refusesScoreThatIsNoNumber() {
		expectRefused(post(score().put("scoreGiven", "many")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1790000000", "yesterday", "2026-10-01" })
	void refusesTimestampThatIsNotIso(String timestamp) {
		expectRefused(post(score().put("timestamp", timestamp)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2", "3", "999" })
	void refusesUserWhoCannotBeGraded(String userId) {
		expectRefused(post(score().put("userId", userId)));
	}

	@Test
	void answersARefusedScoreOfSeveralLinesWith200() {
		HttpResponse<String> answer = post(score().put("userId", "3").toPrettyString());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("[]");
	}

	@Test
	void takesAGoodScoreOfSeveralLines() {
		assertThat(post(score().toPrettyString()).body()).isEmpty();
		assertThat(grade().score()).isEqualTo(80);
	}

	@Test
	void refusesWhatIsNoJson() {
		expectRefused(post("score=80"));
	}

	@Test
	void refusesScoreForALockedGrade() {
		LMS.gradebook().lock(Course.MENTOR.id(), ITEM);
		HttpResponse<String> answer = post(score());
		assertThat(answer.statusCode()).isEqualTo(500);
		assertThat(answer.body()).isEqualTo("[]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/vnd.ims.lis.v1.scorecontainer+json" })
	void refusesOtherMediaTypes(String type) {
		HttpResponse<String> answer = PracticeFixture.send(
				PracticeFixture.post(url(), type, score().toString()).header("Authorization", "Bearer " + this.token));
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(PracticeFixture.json(answer).path("reason").asString()).startsWith("No handler found");
	}

	@Test
	void takesMediaTypeWithCharset() {
		HttpResponse<String> answer = PracticeFixture
			.send(PracticeFixture.post(url(), SCORE_TYPE + "; charset=utf-8", score().toString())
				.header("Authorization", "Bearer " + this.token));
		assertThat(answer.statusCode()).isEqualTo(200);
	}

	@Test
	void refusesTheQueryInTheMiddle() {
		String wrong = LMS.site().lineItemUrl(ITEM) + "/scores";
		HttpResponse<String> answer = PracticeFixture.send(PracticeFixture.post(wrong, SCORE_TYPE, score().toString())
			.header("Authorization", "Bearer " + this.token));
		assertThat(answer.statusCode()).isEqualTo(400);
	}

	private HttpResponse<String> post(ObjectNode score) {
		return post(score.toString());
	}

	private HttpResponse<String> post(String body) {
		return PracticeFixture.postScore(this.token, body);
	}

	private static String url() {
		return LMS.site().lineItemUrl(ITEM).replace("?", "/scores?");
	}

	private static void expectRefused(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).isEqualTo("[]");
		assertThat(LMS.gradebook().grades()).isEmpty();
	}

}
