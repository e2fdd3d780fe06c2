package org.mentorprep.launch;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.IdToken;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.TestBrowser;
import org.mentorprep.testing.TestBrowser.Login;
import org.mentorprep.testing.TestPlatform;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * State, nonce and the browser; the numbers are those of the project's list of
 * conformance cases.
 */
@IntegrationTest
class LaunchIntegrationTests extends LaunchFixture {

	@Test
	@DisplayName("case 180: a good launch goes on by GET")
	void launchGoesOnByGet() {
		Login login = this.browser.login(this.platform);
		HttpResponse<String> answer = this.browser.launch(login, login.token());
		assertThat(answer.statusCode()).isEqualTo(303);
		assertThat(answer.headers().firstValue("Location").orElseThrow()).matches("/links/[0-9a-f-]{36}");
	}

	@Test
	@DisplayName("case 23: no state")
	void refusesLaunchWithoutState() {
		Login login = this.browser.login(this.platform);
		assertRefused(this.browser.post("/lti/launch", Map.of("id_token", login.token().serialize())), 400,
				"Something is missing");
	}

	@Test
	@DisplayName("case 24: unknown state")
	void refusesUnknownState() {
		Login login = this.browser.login(this.platform);
		Login unknown = new Login(this.platform, "A".repeat(43), login.nonce());
		assertRefused(this.browser.launch(unknown, login.token()), 401, "already been used");
	}

	@Test
	@DisplayName("case 25: the browser blocked the cookie")
	void saysThatTheBrowserBlockedTheCookie() {
		Login login = this.browser.login(this.platform);
		this.browser.cookies().clear();
		HttpResponse<String> answer = this.browser.launch(login, login.token());
		assertRefused(answer, 401, "Your browser blocked our cookie");
		assertThat(answer.body()).contains("open the activity in a new window");
	}

	@Test
	@DisplayName("case 26: a login of another browser")
	void refusesLoginOfAnotherBrowser() {
		Login login = this.browser.login(this.platform);
		TestBrowser other = anotherBrowser();
		other.login(this.platform);
		assertRefused(other.launch(login, login.token()), 401, "blocked our cookie");
	}

	@Test
	@DisplayName("case 26: a cookie of another login under the right name")
	void refusesCookieOfAnotherLogin() {
		Login login = this.browser.login(this.platform);
		this.browser.cookies().replaceAll((name, value) -> "A".repeat(43));
		assertRefused(this.browser.launch(login, login.token()), 401, "blocked our cookie");
	}

	@Test
	@DisplayName("case 27: a state opens the door once; another tab's still does")
	void stateOpensTheDoorOnce() {
		Login login = this.browser.login(this.platform);
		Login otherTab = this.browser.login(this.platform);
		Map<String, String> cookies = Map.copyOf(this.browser.cookies());
		this.browser.launch(login, login.token());
		this.browser.cookies().clear();
		this.browser.cookies().putAll(cookies);
		assertRefused(this.browser.launch(login, login.token().of("user-1", "link-2", "Instructor")), 401,
				"already been used");
		assertThat(this.browser.launch(otherTab, otherTab.token()).statusCode()).isEqualTo(303);
	}

	@Test
	@DisplayName("case 28: more than five minutes")
	void refusesLaunchThatTookTooLong() {
		Login login = this.browser.login(this.platform);
		this.jdbc.sql("UPDATE pending_launch SET expires_at = CURRENT_TIMESTAMP WHERE state = :state")
			.param("state", login.state())
			.update();
		assertRefused(this.browser.launch(login, login.token()), 401, "took too long");
	}

	@Test
	@DisplayName("case 29: begun for one platform, token of another")
	void refusesTokenOfAnotherPlatform() {
		try (TestPlatform other = TestPlatform.register(this.jdbc)) {
			Login login = this.browser.login(this.platform);
			assertRefused(this.browser.launch(login, new IdToken(other.claims(login.nonce()))), 401,
					"could not confirm");
		}
	}

	@Test
	@DisplayName("case 32: the same token with a fresh state")
	void refusesTokenWhoseNonceWasUsedBefore() {
		Login login = this.browser.login(this.platform);
		IdToken token = login.token();
		this.browser.launch(login, token);
		assertRefused(this.browser.launch(this.browser.login(this.platform), token), 401, "could not confirm");
	}

	@Test
	@DisplayName("case 33: two tabs, finished in reverse order")
	void twoTabsMayFinishInReverseOrder() {
		Login one = this.browser.login(this.platform);
		Login two = this.browser.login(this.platform);
		assertThat(this.browser.launch(two, two.token()).statusCode()).isEqualTo(303);
		assertThat(this.browser.launch(one, one.token()).statusCode()).isEqualTo(303);
	}

	@Test
	@DisplayName("case 34: a forged launch does not burn the genuine login")
	void forgedLaunchDoesNotBurnTheLogin() {
		Login login = this.browser.login(this.platform);
		assertRefused(anotherBrowser().launch(login, login.token()), 401, "blocked our cookie");
		assertThat(this.browser.launch(login, login.token()).statusCode()).isEqualTo(303);
	}

	@Test
	@DisplayName("case 36: the LMS answers with an error, whose text is escaped")
	void showsTheErrorOfTheLms() {
		Login login = this.browser.login(this.platform);
		HttpResponse<String> answer = this.browser.post("/lti/launch",
				Map.of("error", "access_denied", "error_description", "<b>Not you</b>", "state", login.state()));
		assertRefused(answer, 401, "&lt;b&gt;Not you&lt;/b&gt;");
	}

	@Test
	@DisplayName("case 36: nobody else puts words into our page")
	void quotesNobodyButTheLms() {
		HttpResponse<String> answer = this.browser.post("/lti/launch",
				Map.of("error", "access_denied", "error_description", "Call 555", "state", "A".repeat(43)));
		assertRefused(answer, 401, "already been used");
		assertThat(answer.body()).doesNotContain("Call 555");
	}

	@Test
	@DisplayName("case 37: no id_token")
	void refusesLaunchWithoutToken() {
		Login login = this.browser.login(this.platform);
		assertRefused(this.browser.post("/lti/launch", Map.of("state", login.state())), 400, "Something is missing");
	}

	@Test
	@DisplayName("case 37: two id_tokens, of which one is good")
	void refusesLaunchWithTwoTokens() {
		Login login = this.browser.login(this.platform);
		assertRefused(
				this.browser.post("/lti/launch?id_token=x",
						Map.of("id_token", login.token().serialize(), "state", login.state())),
				400, "Something is missing");
	}

	@Test
	@DisplayName("case 83: an unknown message is named")
	void namesTheMessageItDoesNotKnow() {
		Login login = this.browser.login(this.platform);
		IdToken token = login.token();
		token.claims.put(TestPlatform.LTI + "message_type", "Lti<i>Request");
		assertRefused(this.browser.launch(login, token), 403, "Lti&lt;i&gt;Request");
	}

	@Test
	@DisplayName("case 49: the keys of the LMS are unreachable")
	void saysThatTheKeysAreUnreachable() {
		Login login = this.browser.login(this.platform);
		this.platform.close();
		assertRefused(this.browser.launch(login, login.token()), 503, "be reached at the moment");
	}

	@Test
	@DisplayName("case X18: a plain visit of the launch URL is harmless")
	void plainVisitIsHarmless() {
		HttpResponse<String> answer = this.browser.get("/lti/launch");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("opens from your course");
		assertThat(this.browser.cookies()).isEmpty();
	}

	@Test
	void refusedPageIsNoDoor() {
		assertThat(List.of(this.browser.get("/lti/refused").statusCode(),
				this.browser.post("/lti/refused", Map.of()).statusCode()))
			.containsOnly(403);
	}

	/** With a reference, without a session, and where the LMS can show it. */
	private static void assertRefused(HttpResponse<String> answer, int status, String words) {
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.body()).contains(words).containsPattern("[2-9A-Z]{4}-[2-9A-Z]{4}");
		assertThat(answer.headers().allValues("Set-Cookie")).noneMatch((cookie) -> cookie.contains("mentorprep"));
		assertThat(answer.headers().firstValue("Content-Security-Policy")).get()
			.asString()
			.containsPattern("frame-ancestors (http://|\\*$)");
	}

}
