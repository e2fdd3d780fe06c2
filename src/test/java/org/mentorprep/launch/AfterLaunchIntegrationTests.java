package org.mentorprep.launch;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.IdToken;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.TestBrowser.Login;
import org.mentorprep.testing.TestPlatform;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of what the LMS told: on the pages behind the door, in the database and in
 * the log. The numbers are those of the project's list of conformance cases.
 */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class AfterLaunchIntegrationTests extends LaunchFixture {

	private static final String PRESENTATION = TestPlatform.LTI + "launch_presentation";

	private static final String MOODLE = "https://moodle.example/mod/lti/return.php?course=2&sesskey=S3sskey99";

	@Test
	@DisplayName("case 107: a strange name is kept as it is, without what nobody can see")
	void keepsStrangeNames() {
		String name = "\u0631\u0648\u0628\u064a\u0646 <script>alert(1)</script> \ud83d\ude00";
		launchWith("name", name.replace(" ", "\0\r\n"));
		assertThat(this.jdbc.sql("SELECT name FROM learner WHERE platform = :platform")
			.param("platform", this.platform.id().value())
			.query(String.class)
			.single()).isEqualTo(name);
	}

	@Test
	@DisplayName("case 107: no word of the LMS becomes markup of a page")
	void noWordOfTheLmsBecomesMarkup() {
		Login login = this.browser.login(this.platform);
		IdToken token = login.token();
		token.claims.put("name", "<script>name</script>");
		token.claims.put(TestPlatform.LTI + "context", Map.of("id", "course-x", "title", "<script>course</script>"));
		token.claims.put(TestPlatform.LTI + "resource_link", Map.of("id", "link-x", "title", "<script>link</script>"));
		assertThat(pageAfter(this.browser.launch(login, token)).body()).doesNotContain("<script>name", "<script>course",
				"<script>link");
	}

	@ParameterizedTest(name = "case 109: no page shows {0}")
	@ValueSource(strings = { "javascript:alert(document.domain)", "https://evil.example/return", MOODLE })
	void returnUrlIsNotShown(String url) {
		HttpResponse<String> page = pageAfter(launchWith(PRESENTATION, Map.of("return_url", url)));
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).doesNotContain("javascript:", "evil.example", "return.php");
	}

	@Test
	@DisplayName("case 104: a foreign target_link_uri leads to our page")
	void foreignTargetLeadsToOurPage() {
		HttpResponse<String> answer = launchWith(TestPlatform.LTI + "target_link_uri", "https://evil.example/x");
		assertThat(answer.headers().firstValue("Location").orElseThrow()).matches("/links/[0-9a-f-]{36}");
	}

	@Test
	@DisplayName("case X12: a custom module of JSON null stands for the whole programme")
	void moduleOfNullIsNone() {
		Map<String, Object> custom = new HashMap<>();
		custom.put("module", null);
		launchWith(TestPlatform.LTI + "custom", custom);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM resource_link WHERE platform = :platform AND module IS NULL")
			.param("platform", this.platform.id().value())
			.query(Integer.class)
			.single()).isOne();
	}

	@Test
	@DisplayName("case X13: neither a launch nor a refusal logs a claim, a token, a state or a session key")
	void logsNothingThatTheLmsTold(CapturedOutput output) {
		launchWith(PRESENTATION, Map.of("return_url", MOODLE));
		Login login = this.browser.login(this.platform);
		IdToken refused = login.token();
		refused.claims.put(PRESENTATION, Map.of("return_url", MOODLE));
		refused.claims.put(TestPlatform.LTI + "version", "S3cretVersion");
		this.browser.launch(login, refused);
		assertThat(output).contains("Launch refused, reference")
			.doesNotContain("S3sskey99", "S3cretVersion", "Robin Okafor", refused.serialize(), login.state(),
					login.nonce());
	}

	@Test
	@DisplayName("case 180: a reload after the launch shows the same page again")
	void reloadShowsTheSamePage() {
		String link = this.browser.launch(this.platform);
		String page = this.browser.get(link).headers().firstValue("Location").orElse(link);
		assertThat(this.browser.get(page).statusCode()).isEqualTo(200);
		assertThat(this.browser.get(page).statusCode()).isEqualTo(200);
	}

	private HttpResponse<String> launchWith(String claim, Object value) {
		Login login = this.browser.login(this.platform);
		IdToken token = login.token();
		token.claims.put(claim, value);
		return this.browser.launch(login, token);
	}

	/** The page that a browser shows at last. */
	private HttpResponse<String> pageAfter(HttpResponse<String> answer) {
		HttpResponse<String> page = answer;
		while (page.statusCode() / 100 == 3) {
			page = this.browser.get(page.headers().firstValue("Location").orElseThrow());
		}
		return page;
	}

}
