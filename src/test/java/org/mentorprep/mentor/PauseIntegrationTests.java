package org.mentorprep.mentor;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

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
class PauseIntegrationTests {

	private static final String TASK = "/modules/judgementoring/tasks/concern-in-week-nine";

	@Autowired
	private JdbcClient jdbc;

	@Value("${mentorprep.public-url}")
	private URI tool;

	private TestPlatform platform;

	private TestBrowser browser;

	private String link;

	@BeforeEach
	void launch() {
		this.platform = TestPlatform.register(this.jdbc);
		this.browser = new TestBrowser(this.tool);
		this.link = this.browser.launch(this.platform);
	}

	@AfterEach
	void closePlatform() {
		this.platform.close();
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
	void fourthTrySaysThatHelpIsThereAndThatNobodyWasTold() {
		handsIn(Map.of());
		handsIn(Map.of());
		handsIn(Map.of("straight", "true"));
		Document pause = page(location(begin(Map.of())));
		assertThat(pause.select("h1").text()).isEqualTo("Before you try a fourth time");
		assertThat(pause.select("main").text()).contains("Nobody has been told");
	}

	@Test
	void thereIsNoPauseBeforeTheFirstTry() {
		assertThat(this.browser.get(this.link + TASK + "/pause").statusCode()).isEqualTo(404);
	}

	private void handsIn(Map<String, String> fields) {
		Document step = page(location(this.browser.get(location(begin(fields)))));
		FilledForm form = FilledForm.of(step, 0);
		assertThat(this.browser.post(form.action(), form.fields()).statusCode()).isEqualTo(303);
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
