package org.mentorprep.diagnostic;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.TestBrowser.Login;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.SqlCount;
import org.mentorprep.testing.TestBrowser;

import static org.assertj.core.api.Assertions.assertThat;

/** A mentor finds out what they know, in the whole tool, by forms and redirects alone. */
@IntegrationTest
@Tag("sql")
class DiagnosticIntegrationTests extends LaunchFixture {

	private String module;

	private String diagnostic;

	@BeforeEach
	void launch() {
		this.module = location(this.browser.get(this.browser.launch(this.platform)));
		this.diagnostic = this.module + "/diagnostic";
	}

	@Test
	void moduleInvitesToIt() {
		assertThat(page(this.module).select("main a").eachAttr("href")).contains(this.diagnostic);
	}

	@Test
	void asksEightQuestionsOnOneForm() {
		assertThat(page(this.diagnostic).select("form.task section")).hasSize(8);
	}

	@Test
	void openingItAgainAsksTheSame() {
		assertThat(questions(this.diagnostic)).isEqualTo(questions(this.diagnostic));
		assertThat(sittings()).isZero();
	}

	@Test
	void whoAnswersAsTheAuthorsIsToldThatTheReadingIsOptional() {
		assertThat(page(location(handIn(answers()))).select("h1").text()).isEqualTo("You know this ground");
		assertThat(page(this.module).select("main").text())
			.contains("You know this ground: the reading is optional for you. The scenarios are not.");
	}

	@Test
	void pagesCanBeReadByWhoKnowsTheGround() {
		handIn(answers());
		List<String> pages = page(this.module).select("a[href*=/pages/]").eachAttr("href");
		assertThat(pages).isNotEmpty()
			.allSatisfy((path) -> assertThat(this.browser.get(path).statusCode()).isEqualTo(200));
	}

	@Test
	void whoAnswersBlindlyIsPointedToTheReading() {
		Document result = page(location(handIn(blindly())));
		assertThat(result.select("h1").text()).isEqualTo("The reading is likely to help you");
		assertThat(result.select("a.btn-primary").attr("href")).contains("/pages/");
	}

	@Test
	void whoKnewTheGroundOnceKeepsThat() {
		handIn(answers());
		handIn(blindly());
		assertThat(page(this.module).select("main").text()).contains("You know this ground");
	}

	@Test
	@DisplayName("F7: a sitting as staff makes no reading optional where one learns")
	void sittingOfStaffIsApart() {
		String teaching = location(this.browser.launch(this.platform, "staff-1", "link-of-staff", "Instructor"));
		this.module = location(this.browser.get(teaching));
		this.diagnostic = this.module + "/diagnostic";
		assertThat(page(this.diagnostic).select("main").text()).contains("This is practice");
		handIn(answers());
		assertThat(page(this.module).select("main").text()).contains("You know this ground");
		Login login = this.browser.login(this.platform);
		String elsewhere = location(
				this.browser.launch(login, login.token().of("staff-1", "link-of-2", "Learner").in("course-2")));
		String there = location(this.browser.get(elsewhere));
		assertThat(page(there).select("main").text()).doesNotContain("You know this ground");
		assertThat(page(there + "/diagnostic").selectFirst("input[name=sitting]").val()).isEqualTo("1");
	}

	@Test
	void touchesNoWorkNoCompletionAndNoGrade() {
		Map<String, Long> before = whatCounts();
		handIn(answers());
		assertThat(whatCounts()).isEqualTo(before);
	}

	@Test
	void nothingIsLostIfSomethingIsLeftOpen() {
		Map<String, String> fields = answers();
		String open = fields.keySet().stream().filter((field) -> field.startsWith("q2-")).findFirst().orElseThrow();
		fields.remove(open);
		fields.put("q1-sure", "fairly");
		HttpResponse<String> response = this.browser.post(this.diagnostic, fields);
		Document again = Jsoup.parse(response.body());
		assertThat(response.statusCode()).isEqualTo(422);
		assertThat(again.select(".message-bad li")).hasSize(1);
		assertThat(again.select("#answer-" + open)).isNotEmpty();
		assertThat(chosen(again)).containsAllEntriesOf(ownFields(fields));
		assertThat(sittings()).isZero();
	}

	@Test
	void twoStepsInOnePlaceAreSaid() {
		Map<String, String> fields = answers();
		fields.replaceAll((field, value) -> field.contains("-step-") ? "1" : value);
		HttpResponse<String> response = this.browser.post(this.diagnostic, fields);
		assertThat(response.statusCode()).isEqualTo(422);
		assertThat(Jsoup.parse(response.body()).select(".message-bad li").text())
			.contains("Two steps have the same place");
	}

	@Test
	void sameAnswersTwiceLeadToTheSameResult() {
		Map<String, String> fields = answers();
		String first = location(this.browser.post(this.diagnostic, fields));
		fields.putAll(ownFields(blindly(fields)));
		assertThat(location(this.browser.post(this.diagnostic, fields))).isEqualTo(first);
		assertThat(page(first).select("h1").text()).isEqualTo("You know this ground");
		assertThat(sittings()).isEqualTo(1);
	}

	@Test
	void nextSittingAsksWhatWasNotAskedYet() {
		List<String> first = questions(this.diagnostic);
		handIn(blindly());
		assertThat(questions(this.diagnostic)).hasSize(8).doesNotContainAnyElementsOf(first);
	}

	@Test
	void sittingOutOfTurnIsNotTaken() {
		Map<String, String> fields = answers();
		fields.put("sitting", "3");
		assertThat(location(this.browser.post(this.diagnostic, fields))).isEqualTo(this.diagnostic);
		assertThat(sittings()).isZero();
	}

	@Test
	void versionThatNeverWasIsNotThere() {
		Map<String, String> fields = answers();
		fields.put("version", new UUID(0, 1).toString());
		assertThat(this.browser.post(this.diagnostic, fields).statusCode()).isEqualTo(404);
	}

	@Test
	void keepsTheVersionAndTheWordsOfTheContent() {
		handIn(answers());
		Map<String, Object> row = this.jdbc.sql("""
				SELECT s.given, p.version FROM diagnostic_sitting s JOIN pack_version p ON p.id = s.pack
				WHERE s.person IN (SELECT person FROM learner WHERE platform = :platform)""")
			.param("platform", this.platform.id().value())
			.query()
			.singleRow();
		assertThat(row.get("version")).isEqualTo(Authors.PACK.version());
		assertThat(row.get("given").toString()).contains("\"item\":\"").doesNotContain("q1-");
	}

	@Test
	void colleagueInTheSameCourseFindsNoneOfIt() {
		String result = location(handIn(answers()));
		TestBrowser colleague = anotherBrowser();
		colleague.launch(this.platform, "user-2", "link-1", "Learner");
		assertThat(colleague.get(result).statusCode()).isIn(403, 404);
		assertThat(colleague.get(this.module).body()).doesNotContain("You know this ground");
	}

	@Test
	void resultThatIsNotThereYetIsNotFound() {
		assertThat(this.browser.get(this.diagnostic + "/1").statusCode()).isEqualTo(404);
	}

	@Test
	void moduleThatTheLinkDoesNotAskForHasNone() {
		assertThat(this.browser.get(this.module + "x/diagnostic").statusCode()).isEqualTo(404);
	}

	@Test
	void answerThatNoFormOfOursSendsIsNotRead() {
		Map<String, String> fields = answers();
		fields.put("q1-own", "x".repeat(30_000));
		assertThat(this.browser.post(this.diagnostic, fields).statusCode()).isEqualTo(413);
		assertThat(sittings()).isZero();
	}

	@Test
	void afterTwentySittingsTheLastOneIsShown() {
		Map<String, String> fields = answers();
		for (int sitting = 1; sitting <= 20; sitting++) {
			handIn(blindly());
		}
		String last = this.diagnostic + "/20";
		assertThat(location(this.browser.get(this.diagnostic))).isEqualTo(last);
		for (String there : List.of(last, this.diagnostic + "/5", this.module)) {
			assertThat(page(there).select("main a").eachAttr("href")).as(there).doesNotContain(this.diagnostic);
		}
		fields.put("sitting", "21");
		handIn(fields);
		assertThat(sittings()).isEqualTo(20);
	}

	@Test
	void handingInCostsFiveStatementsAndTheSession() {
		Map<String, String> fields = answers();
		List<String> statements = SqlCount.during(() -> this.browser.post(this.diagnostic, fields));
		assertThat(statements).filteredOn((sql) -> !sql.toUpperCase(Locale.ROOT).contains("WEB_SESSION"))
			.as("link, sittings, person, sittings again, the new one")
			.hasSize(5);
	}

	private HttpResponse<String> handIn(Map<String, String> fields) {
		HttpResponse<String> response = this.browser.post(this.diagnostic, fields);
		assertThat(response.statusCode()).isEqualTo(302);
		return response;
	}

	/** The form as it stands, answered as its authors would. */
	private Map<String, String> answers() {
		Document form = page(this.diagnostic);
		Map<String, String> fields = new LinkedHashMap<>();
		form.select("form.task input[type=hidden]").forEach((input) -> fields.put(input.attr("name"), input.val()));
		fields.putAll(Authors.answers(form));
		return fields;
	}

	/** The same form, answered with the first thing there is. */
	private Map<String, String> blindly() {
		return blindly(answers());
	}

	private static Map<String, String> blindly(Map<String, String> fields) {
		Map<String, String> blind = new LinkedHashMap<>(fields);
		blind.replaceAll((field, value) -> field.matches("q\\d-entry-\\d") ? "1" : value);
		return blind;
	}

	private static Map<String, String> ownFields(Map<String, String> fields) {
		Map<String, String> own = new LinkedHashMap<>(fields);
		own.keySet().removeIf((field) -> !field.startsWith("q"));
		return own;
	}

	/** What stands in the fields of a form. */
	private static Map<String, String> chosen(Document form) {
		Map<String, String> chosen = new LinkedHashMap<>();
		form.select("input[type=radio][checked]").forEach((input) -> chosen.put(input.attr("name"), input.val()));
		form.select("select")
			.forEach((list) -> list.select("option[selected]")
				.forEach((option) -> chosen.put(list.attr("name"), option.val())));
		return chosen;
	}

	private List<String> questions(String path) {
		return page(path).select("form.task section").eachText().stream().map((text) -> text.substring(16)).toList();
	}

	private long sittings() {
		return count("diagnostic_sitting");
	}

	private Map<String, Long> whatCounts() {
		return Map.of("attempt", count("attempt"), "module_progress", count("module_progress"), "grade_delivery",
				this.jdbc.sql("SELECT count(*) FROM grade_delivery").query(Long.class).single());
	}

	private long count(String table) {
		return this.jdbc
			.sql("SELECT count(*) FROM " + table
					+ " WHERE person IN (SELECT person FROM learner WHERE platform = :platform)")
			.param("platform", this.platform.id().value())
			.query(Long.class)
			.single();
	}

	private Document page(String path) {
		HttpResponse<String> response = this.browser.get(path);
		assertThat(response.statusCode()).as(path).isEqualTo(200);
		return Jsoup.parse(response.body());
	}

	private String location(HttpResponse<String> redirect) {
		return redirect.headers().firstValue("Location").orElseThrow().replace(this.toolUrl.base().toString(), "");
	}

}
