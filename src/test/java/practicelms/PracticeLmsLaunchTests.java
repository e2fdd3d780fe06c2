package practicelms;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import practicelms.course.Course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static practicelms.PracticeFixture.LMS;
import static practicelms.PracticeFixture.TOOL;

/** How the practice LMS sends people to a tool, and when it doesn't. */
class PracticeLmsLaunchTests {

	private final Visitor mentor = Visitor.as(Course.MENTOR);

	@AfterEach
	void reset() {
		LMS.reset();
	}

	@Test
	void loginInitiationHasExactlyMoodlesSixFields() {
		HttpResponse<String> page = this.mentor.get("/launch.php?id=11&triggerview=0");
		assertThat(Visitor.action(page)).isEqualTo(TOOL.url() + "/lti/login");
		assertThat(Visitor.fields(page)).containsOnlyKeys("iss", "target_link_uri", "login_hint", "lti_message_hint",
				"client_id", "lti_deployment_id");
	}

	@Test
	void loginInitiationNamesTheActivityInItsHint() {
		assertThat(this.mentor.open(Course.JUDGEMENTORING).get("lti_message_hint"))
			.matches("\\{\"cmid\":11,\"launchid\":\"ltilaunch1_\\d{9}\"}");
	}

	@Test
	void answersWithTokenAndStateOnly() {
		HttpResponse<String> page = this.mentor.auth(Visitor.authRequest(this.mentor.open(Course.JUDGEMENTORING)));
		assertThat(Visitor.action(page)).isEqualTo(TOOL.url() + "/lti/launch");
		assertThat(Visitor.fields(page)).containsOnlyKeys("id_token", "state").containsEntry("state", "state-1");
	}

	@Test
	void formCanBeSentWithoutJavaScript() {
		assertThat(this.mentor.get("/launch.php?id=11").body())
			.containsPattern("<noscript>\\s*<button type=\"submit\"");
	}

	@Test
	void takesTheRequestByPostToo() {
		HttpResponse<String> page = this.mentor.post("/auth",
				Visitor.authRequest(this.mentor.open(Course.JUDGEMENTORING)));
		assertThat(Visitor.fields(page)).containsKey("id_token");
	}

	@Test
	void hintWorksOnce() {
		Map<String, String> request = Visitor.authRequest(this.mentor.open(Course.JUDGEMENTORING));
		this.mentor.auth(request);
		assertThat(this.mentor.auth(request).statusCode()).isEqualTo(404);
	}

	@Test
	void hintOfAnotherBrowserIsWorthNothing() {
		Map<String, String> request = Visitor.authRequest(Visitor.as(Course.MENTOR).open(Course.JUDGEMENTORING));
		assertThat(this.mentor.auth(request).statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/lti/launch/", "/lti/launch?x=1", "/LTI/launch", "/lti" })
	void refusesRedirectAddressThatIsNotExactlyTheRegisteredOne(String path) {
		Map<String, String> request = Visitor.authRequest(this.mentor.open(Course.JUDGEMENTORING));
		request.put("redirect_uri", TOOL.url() + path);
		assertThat(this.mentor.auth(request).statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "nonce", "lti_message_hint", "scope", "response_type", "client_id", "redirect_uri",
			"login_hint" })
	void showsAnErrorPageOfItsOwnIfSomethingIsMissing(String name) {
		Map<String, String> request = Visitor.authRequest(this.mentor.open(Course.JUDGEMENTORING));
		request.remove(name);
		HttpResponse<String> page = this.mentor.auth(request);
		assertThat(page.statusCode()).isEqualTo(404);
		assertThat(page.body()).contains("This did not work").doesNotContain("self-submitting");
	}

	@ParameterizedTest
	@CsvSource({ "scope,openid profile", "response_type,code", "lti_message_hint,no json" })
	void showsAnErrorPageOfItsOwnForOther(String name, String value) {
		Map<String, String> request = Visitor.authRequest(this.mentor.open(Course.JUDGEMENTORING));
		request.put(name, value);
		assertThat(this.mentor.auth(request).statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource({ "client_id,other,unauthorized_client", "login_hint,3,access_denied",
			"response_mode,query,invalid_request", "prompt,login,invalid_request" })
	void postsOtherErrorsToTheTool(String name, String value, String error) {
		Map<String, String> request = Visitor.authRequest(this.mentor.open(Course.JUDGEMENTORING));
		request.put(name, value);
		HttpResponse<String> page = this.mentor.auth(request);
		assertThat(Visitor.action(page)).isEqualTo(TOOL.url() + "/lti/launch");
		assertThat(Visitor.fields(page)).contains(entry("error", error), entry("state", "state-1"))
			.doesNotContainKey("id_token");
	}

	@Test
	void responseModeMustBeSaid() {
		Map<String, String> request = Visitor.authRequest(this.mentor.open(Course.JUDGEMENTORING));
		request.remove("response_mode");
		assertThat(Visitor.fields(this.mentor.auth(request))).containsEntry("error_description",
				"Missing response_mode");
	}

	@Test
	void promptMayBeLeftOut() {
		Map<String, String> request = Visitor.authRequest(this.mentor.open(Course.JUDGEMENTORING));
		request.remove("prompt");
		assertThat(Visitor.fields(this.mentor.auth(request))).containsKey("id_token");
	}

	@Test
	void cutsTagsOutOfTheState() {
		Map<String, String> request = Visitor.authRequest(this.mentor.open(Course.JUDGEMENTORING));
		request.put("state", "a<b>c");
		assertThat(Visitor.fields(this.mentor.auth(request))).containsEntry("state", "ac");
	}

	@Test
	void asksTheBrowserToPostAgainIfNoCookieCame() {
		Map<String, String> request = Visitor.authRequest(this.mentor.open(Course.JUDGEMENTORING));
		HttpResponse<String> page = new Visitor().auth(request);
		assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
		assertThat(Visitor.fields(this.mentor.post(Visitor.action(page), Visitor.fields(page))))
			.containsKey("id_token");
	}

	@Test
	void doesNotAskForTheCookieTwice() {
		Map<String, String> request = Visitor.authRequest(this.mentor.open(Course.JUDGEMENTORING));
		request.put("repost", "true");
		assertThat(new Visitor().post("/auth", request).statusCode()).isEqualTo(404);
	}

}
