package practicelms;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import practicelms.course.Course;
import practicelms.course.LineItem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static practicelms.PracticeFixture.LMS;
import static practicelms.PracticeFixture.TOOL;

/** How the practice LMS sends people to a tool, and when it doesn't. */
class PracticeLmsLaunchTests {

	private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";

	private static final String AGS_CLAIM = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";

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

	@Test
	void tokenIsSignedByThePublishedKey() throws Exception {
		Map<String, String> answer = Visitor
			.fields(this.mentor.auth(Visitor.authRequest(this.mentor.open(Course.JUDGEMENTORING))));
		SignedJWT token = SignedJWT.parse(answer.get("id_token"));
		JWKSet keys = JWKSet.parse(this.mentor.get("/jwks").body());
		assertThat(token.verify(new RSASSAVerifier(keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
			.isTrue();
	}

	@Test
	void publishesNoPrivateKey() throws Exception {
		assertThat(JWKSet.parse(this.mentor.get("/jwks").body()).containsNonPublicKeys()).isFalse();
	}

	@Test
	void replacedKeyLeavesNoOverlap() {
		String before = this.mentor.get("/jwks").body();
		LMS.replaceKey();
		assertThat(PracticeFixture.json(this.mentor.get("/jwks")).path("keys")).hasSize(1);
		assertThat(this.mentor.get("/jwks").body()).isNotEqualTo(before);
	}

	@Test
	void tokenLivesSixtySeconds() {
		Map<String, Object> claims = this.mentor.launch(Course.JUDGEMENTORING);
		assertThat(((Number) claims.get("exp")).longValue() - ((Number) claims.get("iat")).longValue()).isEqualTo(60);
	}

	@Test
	void audienceIsPlainText() {
		assertThat(this.mentor.launch(Course.JUDGEMENTORING)).contains(entry("aud", "practice-client"),
				entry("iss", LMS.baseUrl()), entry("sub", "4"), entry("nonce", "nonce-1"),
				entry("name", "Amara Okafor"));
	}

	@Test
	void mentorIsAPlainLearner() {
		assertThat(this.mentor.launch(Course.JUDGEMENTORING).get(LTI + "roles"))
			.isEqualTo(List.of("http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"));
	}

	@Test
	void courseAdminIsAnInstructor() {
		assertThat(Visitor.as(Course.COURSE_ADMIN).launch(Course.JUDGEMENTORING).get(LTI + "roles"))
			.isEqualTo(List.of("http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor"));
	}

	@Test
	void providersStaffAreAdministratorsToo() {
		assertThat((List<?>) Visitor.as(Course.PROVIDER).launch(Course.JUDGEMENTORING).get(LTI + "roles")).hasSize(3);
	}

	@Test
	void customValuesHaveMoodlesQuirks() {
		assertThat(custom(this.mentor.launch(Course.JUDGEMENTORING))).contains(entry("module", "judgementoring"),
				entry("email", null), entry("context_history", ""), entry("courseLabel", "MENTORS"),
				entry("courselabel", "MENTORS"), entry("due_at", "$ResourceLink.submission.endDateTime"));
	}

	@Test
	void programmeLinkNamesNoModule() {
		assertThat(custom(this.mentor.launch(Course.MENTOR_PREPARATION))).doesNotContainKey("module");
	}

	@Test
	void lineItemCarriesAQuery() {
		assertThat(ags(this.mentor.launch(Course.JUDGEMENTORING))).containsEntry("lineitem",
				LMS.baseUrl() + "/services.php/2/lineitems/2/lineitem?type_id=1");
	}

	@Test
	void lineItemIsMissingOnceItIsUntied() {
		LMS.gradebook().replace(new LineItem("2", "Untied", 100, "", "", null));
		assertThat(ags(this.mentor.launch(Course.JUDGEMENTORING))).containsKey("lineitems")
			.doesNotContainKey("lineitem");
	}

	@Test
	void windowIsToldFromFrame() {
		Map<String, String> login = Visitor.fields(this.mentor.get("/launch.php?id=11&container=4"));
		String token = Visitor.fields(this.mentor.auth(Visitor.authRequest(login))).get("id_token");
		assertThat(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1])))
			.contains("\"document_target\":\"window\"");
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> custom(Map<String, Object> claims) {
		return (Map<String, Object>) claims.get(LTI + "custom");
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> ags(Map<String, Object> claims) {
		return (Map<String, Object>) claims.get(AGS_CLAIM);
	}

}
