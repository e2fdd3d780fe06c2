package org.mentorprep.attempt;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.IdToken;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.SqlCount;
import org.mentorprep.testing.TestBrowser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A mentor works the shipped scenario in the whole tool, from the launch on, by forms and
 * redirects alone.
 */
@IntegrationTest
class WorkIntegrationTests extends LaunchFixture {

	private String module;

	@BeforeEach
	void launch() {
		String link = this.browser.launch(this.platform);
		this.module = location(this.browser.get(link));
	}

	@Test
	void everyPageToReadIsThere() {
		List<String> pages = page(this.module).select("a[href*=/pages/]").eachAttr("href");
		assertThat(pages).isNotEmpty()
			.allSatisfy((path) -> assertThat(this.browser.get(path).statusCode()).isEqualTo(200));
	}

	@Test
	void worksTheScenarioToItsEnd() {
		String attempt = work(begin());
		assertThat(page(attempt + "/debrief").select("h1").text()).startsWith("Debrief");
	}

	@Test
	void moduleKnowsTheResult() {
		work(begin());
		assertThat(page(this.module).select("a[href$=/debrief]")).isNotEmpty();
	}

	@Test
	void comingBackLeadsToWhereOneLeft() {
		String attempt = begin();
		answer(due(attempt));
		String left = due(attempt);
		TestBrowser elsewhere = anotherBrowser();
		elsewhere.launch(this.platform);
		assertThat(location(elsewhere.get(attempt))).startsWith(left);
	}

	@Test
	void sameAnswerTwiceLeadsToTheSamePage() {
		String step = firstDecision(begin());
		Map<String, String> fields = fields(page(step));
		assertThat(location(this.browser.post(step, fields))).isEqualTo(location(this.browser.post(step, fields)));
	}

	@Test
	void missingAnswerIsSaidAndTheStepAskedAgain() {
		String step = firstDecision(begin());
		Map<String, String> fields = fields(page(step));
		fields.remove("choice");
		HttpResponse<String> response = this.browser.post(step, fields);
		assertThat(response.statusCode()).isEqualTo(422);
		assertThat(Jsoup.parse(response.body()).select("input[name=choice]")).isNotEmpty();
	}

	@Test
	void pageNamesOptionsByTheirPlaceAlone() {
		Document step = page(firstDecision(begin()));
		assertThat(step.select("input[name=choice]").eachAttr("value")).containsExactly("1", "2", "3", "4");
	}

	@Test
	void keepsTheIdOfTheOptionAndNotItsPlace() {
		String step = firstDecision(begin());
		this.browser.post(step, fields(page(step)));
		String given = this.jdbc.sql("SELECT given FROM answer ORDER BY answered_at DESC, step DESC")
			.query(String.class)
			.list()
			.get(0);
		assertThat(given).matches("\\{\"choice\":\\[\"[a-z][a-z-]+\"]}");
	}

	@Test
	void ownThoughtIsShownAgain() {
		String attempt = work(begin());
		Document debrief = page(attempt + "/debrief");
		Map<String, String> fields = new LinkedHashMap<>(hidden(debrief, "form[action$=/reflection]"));
		fields.put("thought", "Ask for one moment <first>.");
		this.browser.post(attempt + "/reflection", fields);
		assertThat(page(attempt + "/debrief").select("textarea[name=thought]").text())
			.isEqualTo("Ask for one moment <first>.");
	}

	@Test
	void answerWithoutATokenOfThePageIsRefused() {
		String step = firstDecision(begin());
		Map<String, String> fields = fields(page(step));
		fields.remove("_csrf");
		assertThat(this.browser.post(step, fields).statusCode()).isEqualTo(403);
	}

	@Test
	void colleagueInTheSameCourseFindsNoneOfIt() {
		String attempt = begin();
		TestBrowser colleague = anotherBrowser();
		TestBrowser.Login login = colleague.login(this.platform);
		Map<String, Object> claims = this.platform.claims(login.nonce());
		claims.put("sub", "user-2");
		colleague.launch(login, new IdToken(claims));
		assertThat(colleague.get(attempt).statusCode()).isEqualTo(404);
		assertThat(colleague.get(attempt + "/answers/1").statusCode()).isEqualTo(404);
	}

	@Test
	void idThatIsNoneIsNotThere() {
		String attempts = begin().replaceAll("[^/]+$", "");
		assertThat(this.browser.get(attempts + "1/debrief").statusCode()).isEqualTo(404);
		assertThat(this.browser.get(attempts + "1-1-1-1-1").statusCode()).isEqualTo(404);
	}

	@Test
	void answerCostsFourStatementsAndTheSession() {
		String step = firstDecision(begin());
		Map<String, String> fields = fields(page(step));
		List<String> statements = SqlCount.during(() -> this.browser.post(step, fields));
		assertThat(statements).filteredOn((sql) -> !sql.toUpperCase(Locale.ROOT).contains("WEB_SESSION"))
			.as("link, person, attempt with answers, answer")
			.hasSize(4);
		assertThat(statements).as("with the session read").hasSize(5);
	}

	private String begin() {
		Document page = page(this.module);
		String action = page.select("form[action$=/attempts]").first().attr("action");
		return location(this.browser.post(action, hidden(page, "form[action$=/attempts]")));
	}

	/** Answers step by step until none is due. */
	private String work(String attempt) {
		for (String due = due(attempt); due.contains("/answers/"); due = due(attempt)) {
			answer(due);
		}
		return attempt;
	}

	private void answer(String step) {
		HttpResponse<String> response = this.browser.post(step, fields(page(step)));
		assertThat(response.statusCode()).isEqualTo(303);
		assertThat(this.browser.get(location(response)).statusCode()).isEqualTo(200);
	}

	private String due(String attempt) {
		return location(this.browser.get(attempt)).replaceAll("\\?.*", "");
	}

	private String firstDecision(String attempt) {
		String step = due(attempt);
		while (page(step).select("input[name=choice]").isEmpty()) {
			answer(step);
			step = due(attempt);
		}
		return step;
	}

	/** The form of a step as a browser sends it, with the first option chosen. */
	private static Map<String, String> fields(Document page) {
		Map<String, String> fields = new LinkedHashMap<>(hidden(page, "form[action*=/answers/]"));
		List<Element> options = page.select("input[name=choice]");
		if (!options.isEmpty()) {
			fields.put("choice", options.get(0).val());
		}
		return fields;
	}

	private static Map<String, String> hidden(Document page, String form) {
		Map<String, String> fields = new LinkedHashMap<>();
		page.select(form)
			.first()
			.select("input[type=hidden]")
			.forEach((input) -> fields.put(input.attr("name"), input.val()));
		return fields;
	}

	private Document page(String path) {
		HttpResponse<String> response = this.browser.get(path);
		assertThat(response.statusCode()).as(path).isEqualTo(200);
		return Jsoup.parse(response.body());
	}

	/** The path that a redirect leads to, without the part for the eye. */
	private String location(HttpResponse<String> redirect) {
		String location = redirect.headers().firstValue("Location").orElseThrow();
		return location.replace(this.toolUrl.base().toString(), "").replaceAll("#.*", "");
	}

}
