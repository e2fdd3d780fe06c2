package practicelms;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import practicelms.course.Course;
import practicelms.course.Grade;
import practicelms.course.Gradebook;
import practicelms.service.Faults;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static practicelms.PracticeFixture.ALL_SCOPES;
import static practicelms.PracticeFixture.CLOCK;
import static practicelms.PracticeFixture.LMS;
import static practicelms.PracticeFixture.SCORE_TYPE;
import static practicelms.PracticeFixture.grade;
import static practicelms.PracticeFixture.score;

/** What a score does to the gradebook. */
class PracticeLmsScoreTests {

	private static final String ITEM = Gradebook.JUDGEMENTORING_ITEM;

	private String token;

	@BeforeEach
	void start() {
		LMS.reset();
		CLOCK.forward(Duration.ofDays(1));
		this.token = PracticeFixture.token(ALL_SCOPES);
	}

	@Test
	void takesAScoreWithAnEmptyAnswer() {
		HttpResponse<String> answer = post(score());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).isEmpty();
		assertThat(grade().score()).isEqualTo(80);
	}

	@Test
	void keepsTheTimestampOfTheScore() {
		Instant stamp = CLOCK.instant().minusSeconds(600);
		post(score().put("timestamp", stamp.toString()));
		assertThat(grade().timestamp()).isEqualTo(stamp);
	}

	@Test
	void rescalesToTheColumn() {
		post(score().put("scoreGiven", 8).put("scoreMaximum", 10));
		assertThat(grade().score()).isEqualTo(80);
	}

	@Test
	void capsTheGradeAndKeepsTheRawScore() {
		post(score().put("scoreGiven", 120));
		assertThat(grade().score()).isEqualTo(100);
		assertThat(grade().raw()).isEqualTo(120);
	}

	@Test
	void takesDigitsInAString() {
		assertThat(post(score().put("scoreGiven", "80")).body()).isEmpty();
	}

	@Test
	void refusesLaterMillisecondsOfTheSameSecond() {
		Instant second = CLOCK.instant().truncatedTo(ChronoUnit.SECONDS);
		post(score().put("timestamp", second.plusMillis(100).toString()));
		HttpResponse<String> answer = post(score().put("timestamp", second.plusMillis(900).toString()));
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(answer.body()).isEqualTo("[]");
	}

	@Test
	void takesTheNextSecond() {
		post(score());
		assertThat(post(score().put("scoreGiven", 90).put("timestamp", CLOCK.instant().plusSeconds(1).toString()))
			.statusCode()).isEqualTo(200);
		assertThat(grade().score()).isEqualTo(90);
	}

	@Test
	void futureTimestampBlocksScoresOfNow() {
		post(score().put("timestamp", CLOCK.instant().plusSeconds(3600).toString()));
		assertThat(post(score()).statusCode()).isEqualTo(409);
	}

	@Test
	void scoreThatIsNotFullyGradedErasesTheGrade() {
		post(score());
		post(later().put("gradingProgress", "Pending"));
		assertThat(grade().score()).isNull();
	}

	@Test
	void scoreWithoutScoreGivenErasesTheGrade() {
		post(score());
		ObjectNode empty = later();
		empty.remove("scoreGiven");
		post(empty);
		assertThat(grade().score()).isNull();
	}

	@Test
	void erasingWithoutCommentForgetsTheTimeToo() {
		post(score());
		ObjectNode erasing = later().put("gradingProgress", "Pending");
		erasing.remove("comment");
		post(erasing);
		assertThat(post(score()).statusCode()).isEqualTo(200);
	}

	@Test
	void commentWithoutGradeKeepsTheTimeOfReceipt() {
		post(score().put("gradingProgress", "Pending").put("timestamp", CLOCK.instant().minusSeconds(600).toString()));
		assertThat(grade().timestamp()).isEqualTo(CLOCK.instant());
	}

	@Test
	void missingCommentErasesTheFeedback() {
		post(score());
		ObjectNode silent = later();
		silent.remove("comment");
		post(silent);
		assertThat(grade().comment()).isNull();
		assertThat(grade().score()).isEqualTo(80);
	}

	@Test
	void takesScoreForAnOverriddenGradeButLeavesItAsItIs() {
		LMS.gradebook().override(Course.MENTOR.id(), ITEM, 55, "Seen in class.");
		HttpResponse<String> answer = post(later());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(grade()).isEqualTo(
				new Grade("4", ITEM, 80.0, 55.0, 100, "Seen in class.", CLOCK.instant().plusSeconds(5), true, false));
	}

	@Test
	void canBeSwitchedOffAndOn() {
		LMS.faults().takeDown(Faults.Door.SCORES);
		assertThat(post(score()).statusCode()).isEqualTo(503);
		assertThat(LMS.gradebook().grades()).isEmpty();
		LMS.faults().bringBack(Faults.Door.SCORES);
		assertThat(post(score()).statusCode()).isEqualTo(200);
	}

	@Test
	void remembersWhatCame() {
		post(score());
		assertThat(LMS.received().scores()).singleElement().satisfies((received) -> {
			assertThat(received.body()).isEqualTo(score().toString());
			assertThat(received.contentType()).isEqualTo(SCORE_TYPE);
			assertThat(received.status()).isEqualTo(200);
		});
	}

	private HttpResponse<String> post(ObjectNode score) {
		return post(score.toString());
	}

	private HttpResponse<String> post(String body) {
		return PracticeFixture.postScore(this.token, body);
	}

	private static ObjectNode later() {
		return score().put("timestamp", CLOCK.instant().plusSeconds(5).toString());
	}

}
