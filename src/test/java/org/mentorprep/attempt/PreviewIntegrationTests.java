package org.mentorprep.attempt;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.FilledForm;
import org.mentorprep.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Course staff try every kind of exercise, and nothing is kept of it. */
@IntegrationTest
class PreviewIntegrationTests extends LaunchFixture {

	private String preview;

	@BeforeEach
	void launchAsStaff() {
		this.preview = launch("Instructor") + "/preview";
	}

	@Test
	void modulePageLeadsStaffToEveryExercise() {
		Document module = page(this.browser.get(this.preview + "/modules/judgementoring"));
		assertThat(module.select("main a[href*=/preview/exercises/]")).hasSizeGreaterThan(3)
			.allSatisfy((link) -> assertThat(this.browser.get(link.attr("href")).statusCode()).isEqualTo(200));
	}

	@ParameterizedTest
	@ValueSource(strings = { "m3-j1", "m3-j4", "m3-j8", "m3-j12" })
	void staffGoThroughAnExerciseAndNothingIsKept(String exercise) {
		int before = attempts();
		Document page = page(this.browser.get(this.preview + "/exercises/" + exercise));
		for (int pages = 0; pages < 40 && FilledForm.isOn(page); pages++) {
			FilledForm form = FilledForm.of(page, 0);
			page = page(this.browser.post(form.action(), form.fields()));
		}
		assertThat(page.select("main").text()).contains("That is the end of it.");
		assertThat(attempts()).isEqualTo(before);
	}

	@Test
	void stepOfAnOrderIsMovedWithoutAnAnswer() {
		Document page = page(this.browser.get(this.preview + "/exercises/m3-j12"));
		Map<String, String> fields = FilledForm.of(page, 0).fields();
		fields.put("change", page.selectFirst("button[name=change]:not([disabled])").val());
		Document moved = page(this.browser.post(page.selectFirst("form.task").attr("action"), fields));
		assertThat(moved.selectFirst("#moved")).isNotNull();
		assertThat(moved.selectFirst("input[name=order]").val()).isNotEqualTo(fields.get("order"));
	}

	@Test
	void conversationHasAMapInWordsAndTheTableOfStrategies() {
		Document page = page(this.browser.get(this.preview + "/exercises/m3-j1"));
		assertThat(page.select("svg rect").size()).isEqualTo(page.select("section h3").size() + 1);
		assertThat(page.select("table").text()).contains("the best way 100");
	}

	@Test
	void missingAnswerComesBackWithWhatIsMissing() {
		HttpResponse<String> answer = this.browser.post(this.preview + "/exercises/m3-j4",
				Map.of("_csrf", token(), "so-far", "[]"));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(page(answer).select(".message-bad")).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "[null]", "[{\"words\":[\"x\"]},{\"choice\":[\"none\"]}]", "[1]" })
	void answersThatNoFormOfOursSendsAreRefused(String soFar) {
		assertThat(this.browser
			.post(this.preview + "/exercises/m3-j1", Map.of("_csrf", token(), "so-far", soFar, "choice", "1"))
			.statusCode()).isEqualTo(400);
	}

	@Test
	void exerciseThatTheLinkDoesNotAskForIsNotThere() {
		assertThat(this.browser.get(this.preview + "/exercises/none").statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/modules/judgementoring", "/exercises/m3-j1" })
	void thereIsNoPreviewForMentors(String path) {
		this.browser = anotherBrowser();
		String link = launch("Learner");
		assertThat(this.browser.get(link + "/preview" + path).statusCode()).isEqualTo(404);
	}

	private String launch(String role) {
		String sub = "user-of-" + role;
		HttpResponse<String> launched = this.browser.launch(this.platform, sub, "rl-1", role);
		return URI.create(launched.headers().firstValue("Location").orElseThrow()).getPath();
	}

	private String token() {
		return page(this.browser.get(this.preview + "/exercises/m3-j1")).selectFirst("input[name=_csrf]").val();
	}

	private int attempts() {
		return this.jdbc.sql("SELECT COUNT(*) FROM attempt").query(Integer.class).single();
	}

	private static Document page(HttpResponse<String> answer) {
		return Jsoup.parse(answer.body());
	}

}
