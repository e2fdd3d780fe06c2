package org.mentorprep.launch;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.SqlCount;
import org.mentorprep.testing.TestBrowser;
import org.mentorprep.testing.TestBrowser.Login;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens before the LMS's one-time hint is spent, if cookies may be blocked. */
@IntegrationTest
class CookieCheckIntegrationTests extends LaunchFixture {

	private static final String HINT = "{\"cmid\":2,\"launchid\":\"ltilaunch1_4 & +%2F<'\"}";

	@Test
	@DisplayName("case 25: a frame without a cookie of ours is asked once more, before the hint is spent")
	void frameWithoutCookieIsAskedOnceMore() {
		HttpResponse<String> answer = framedLogin();
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(refresh(answer)).startsWith("/lti/login?iss=").endsWith("&check=1");
	}

	@Test
	@DisplayName("case 25: the probing cookie survives as a third party")
	void probingCookieIsPartitioned() {
		assertThat(framedLogin().headers().firstValue("Set-Cookie").orElseThrow())
			.startsWith("__Host-launch-check=1; Path=/; Max-Age=300;")
			.contains("; Secure", "; HttpOnly", "; SameSite=None", "; Partitioned");
	}

	@Test
	void cookieThatCameBackLeadsOnToTheLms() {
		String again = refresh(framedLogin());
		HttpResponse<String> answer = this.browser.get(again);
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(TestBrowser.query(answer).getFirst("lti_message_hint")).isEqualTo(HINT);
	}

	@Test
	@DisplayName("case 25: a blocked cookie is told, and a window of its own is the way on")
	void blockedCookieIsTold() {
		HttpResponse<String> answer = blocked();
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("One more click is needed");
		Element link = Jsoup.parse(answer.body()).selectFirst("main a[target=_blank]");
		assertThat(link.attr("rel")).isEqualTo("noopener");
		assertThat(link.attr("href")).startsWith("/lti/login?iss=").doesNotContain("check=");
	}

	@Test
	@DisplayName("case 25: the window of its own goes on with the same login, its hint unspent")
	void windowGoesOnWithTheSameLogin() {
		String link = Jsoup.parse(blocked().body()).selectFirst("main a[target=_blank]").attr("href");
		HttpResponse<String> answer = anotherBrowser().get(link);
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(TestBrowser.query(answer).toSingleValueMap()).containsEntry("lti_message_hint", HINT)
			.containsEntry("login_hint", "4");
	}

	@Test
	@DisplayName("F13: a second click on the button leads where the first one led")
	void secondClickLeadsWhereTheFirstOneLed() {
		String button = button();
		TestBrowser window = anotherBrowser();
		String opened = finish(window, window.get(button)).headers().firstValue("Location").orElseThrow();
		HttpResponse<String> again = window.get(button);
		assertThat(again.statusCode()).isEqualTo(303);
		assertThat(again.headers().firstValue("Location")).contains(opened);
	}

	@Test
	@DisplayName("F13: without a session, or with somebody else's, a page of ours says what to do")
	void secondClickOfSomebodyElseIsTold() {
		String button = button();
		finish(anotherBrowser(), anotherBrowser().get(button));
		TestBrowser stranger = anotherBrowser();
		assertOpenedBefore(stranger.get(button));
		stranger.launch(this.platform, "user-2", "link-1", "Learner");
		assertOpenedBefore(stranger.get(button));
	}

	@Test
	@DisplayName("F13: while the first click is still on its way the second is told so, and the LMS hears of one")
	void secondClickIsToldWhileTheFirstIsOnItsWay() {
		String button = button();
		assertThat(anotherBrowser().get(button).statusCode()).isEqualTo(302);
		assertOpenedBefore(anotherBrowser().get(button));
	}

	@Test
	@DisplayName("F13: the same hint on another page leads to the LMS again: with some LMSs it stays good")
	void sameHintOnAnotherPageLeadsToTheLms() {
		String button = button();
		anotherBrowser().get(button);
		String another = button();
		assertThat(another).isNotEqualTo(button);
		assertThat(anotherBrowser().get(another).statusCode()).isEqualTo(302);
	}

	@Test
	@DisplayName("F13: going back to the check of cookies leads on to the activity")
	void goingBackToTheCheckLeadsOn() {
		String check = refresh(framedLogin());
		String opened = finish(this.browser, this.browser.get(check)).headers().firstValue("Location").orElseThrow();
		assertThat(this.browser.get(check).headers().firstValue("Location")).contains(opened);
	}

	private String button() {
		return Jsoup.parse(blocked().body()).selectFirst("main a[target=_blank]").attr("href");
	}

	private HttpResponse<String> finish(TestBrowser browser, HttpResponse<String> redirect) {
		var asked = TestBrowser.query(redirect);
		Login login = new Login(this.platform, asked.getFirst("state"), asked.getFirst("nonce"));
		return browser.launch(login, login.token());
	}

	private static void assertOpenedBefore(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(answer.body()).contains("has already been opened", "load the page of the activity again")
			.containsPattern("[2-9A-Z]{4}-[2-9A-Z]{4}");
	}

	@Test
	void checkStoresNothing() {
		this.browser.inFrame();
		List<String> statements = SqlCount.during(() -> this.browser.post("/lti/login", announcement()));
		assertThat(statements).as("the platform").hasSize(1);
	}

	@Test
	void sessionOfBeforeIsCookieEnough() {
		this.browser.launch(this.platform);
		assertThat(framedLogin().statusCode()).isEqualTo(302);
	}

	@Test
	void windowIsNotAsked() {
		assertThat(this.browser.post("/lti/login", announcement()).statusCode()).isEqualTo(302);
	}

	@Test
	void anyMayFrameBothPages() {
		assertThat(List.of(framedLogin(), blocked()))
			.extracting((answer) -> answer.headers().firstValue("Content-Security-Policy").orElseThrow())
			.allMatch((policy) -> policy.endsWith("frame-ancestors *"));
	}

	@Test
	@DisplayName("case 9: an unknown LMS is told so, whatever becomes of cookies")
	void unknownLmsIsNotAsked() {
		Map<String, String> login = announcement();
		login.put("iss", "https://nobody.example");
		HttpResponse<String> answer = this.browser.inFrame().post("/lti/login", login);
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
	}

	private HttpResponse<String> framedLogin() {
		return this.browser.inFrame().post("/lti/login", announcement());
	}

	private HttpResponse<String> blocked() {
		this.browser.cookies().clear();
		String again = refresh(framedLogin());
		this.browser.cookies().clear();
		return this.browser.get(again);
	}

	private Map<String, String> announcement() {
		Map<String, String> login = TestBrowser.announcement(this.platform);
		login.put("lti_message_hint", HINT);
		return login;
	}

	private static String refresh(HttpResponse<String> answer) {
		Element refresh = Jsoup.parse(answer.body()).selectFirst("meta[http-equiv=refresh]");
		return refresh.attr("content").substring("0; url=".length());
	}

}
