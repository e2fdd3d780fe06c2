package org.mentorprep.mentor;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.FilledForm;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.TestBrowser;
import org.mentorprep.testing.TestPlatform;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page before a third try. Handing in the steps of the order as they come is never
 * enough.
 */
@IntegrationTest
class PauseIntegrationTests extends LaunchFixture {

	private static final String TASK = "/modules/judgementoring/tasks/concern-in-week-nine";

	private TestBrowser staff;

	private String link;

	@BeforeEach
	void launch() {
		this.staff = anotherBrowser();
		this.link = this.browser.launch(this.platform);
	}

	@Test
	void thirdTryBeginsWithWhatCameUpAndWhatToRead() {
		handsIn(Map.of());
		handsIn(Map.of());
		Document pause = page(location(begin(Map.of())));
		assertThat(pause.select("h1").text()).isEqualTo("Before you try a third time");
		assertThat(pause.select("main a.btn-primary").attr("href")).contains("/pages/");
		FilledForm straight = FilledForm.of(pause, 0);
		assertThat(location(this.browser.post(straight.action(), straight.fields()))).contains("/attempts/");
	}

	@Test
	void mentorReadsWhatStaffWouldSeeBeforeTheThirdTry() {
		handsIn(Map.of());
		handsIn(Map.of());
		assertThat(page(location(begin(Map.of()))).select("main .message").text())
			.startsWith("If the third try does not get there either, your course staff will see");
		assertThat(asStaff("/course", "/grades").select("main").text()).doesNotContain("Help is wanted");
	}

	@Test
	void afterTheThirdTryStaffSeeThatHelpIsWantedAndNoMore() {
		handsIn(Map.of());
		handsIn(Map.of());
		HttpResponse<String> last = handsIn(Map.of("straight", "true"));
		String debrief = location(last).replaceAll("/answers/.*", "/debrief");
		assertThat(page(debrief).select("main .message").text()).contains("You need not do this alone.");
		assertThat(page(location(begin(Map.of()))).select("h1").text()).isEqualTo("Before you try a fourth time");
		Element wanted = asStaff("/course", "/grades").selectFirst("main section.message");
		assertThat(wanted.select("h2, li").eachText()).containsExactly("Help is wanted", "Robin Okafor");
		assertThat(Jsoup.parse(this.staff.get(wanted.selectFirst("a").attr("href")).body())
			.select("tr:has(strong:contains(Help is wanted)) th")
			.eachText()).singleElement().asString().contains("week nine");
	}

	@Test
	void staffOfAnotherCourseSeeNothingOfIt() {
		handsIn(Map.of());
		handsIn(Map.of());
		handsIn(Map.of("straight", "true"));
		TestBrowser.Login login = this.staff.login(this.platform);
		var token = login.token();
		token.claims.put("sub", "staff-2");
		token.claims.put(TestPlatform.LTI + "roles", List.of(TestPlatform.MEMBERSHIP + "Instructor"));
		token.claims.put(TestPlatform.LTI + "context", Map.of("id", "another-course"));
		token.claims.put(TestPlatform.LTI + "resource_link", Map.of("id", "another-link"));
		String there = location(this.staff.launch(login, token));
		assertThat(Jsoup.parse(this.staff.get(there.replace("/links", "/course") + "/grades").body())
			.select("h1, section.message")
			.eachText()).containsExactly("Grades sent from this course");
	}

	@Test
	void thereIsNoPauseBeforeTheFirstTry() {
		assertThat(this.browser.get(this.link + TASK + "/pause").statusCode()).isEqualTo(404);
	}

	private Document asStaff(String door, String page) {
		this.staff.launch(this.platform, "staff-1", "link-1", "Instructor");
		return Jsoup.parse(this.staff.get(this.link.replace("/links", door) + page).body());
	}

	private HttpResponse<String> handsIn(Map<String, String> fields) {
		Document step = page(location(this.browser.get(location(begin(fields)))));
		FilledForm form = FilledForm.of(step, 0);
		HttpResponse<String> answer = this.browser.post(form.action(), form.fields());
		assertThat(answer.statusCode()).isEqualTo(303);
		return answer;
	}

	private HttpResponse<String> begin(Map<String, String> fields) {
		Document module = page(this.link + "/modules/judgementoring");
		Map<String, String> all = new HashMap<>(fields);
		all.put("_csrf", module.selectFirst("input[name=_csrf]").val());
		return this.browser.post(this.link + TASK + "/attempts", all);
	}

	private Document page(String path) {
		return Jsoup.parse(this.browser.get(path).body());
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
	}

}
