package org.mentorprep.deeplink;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import org.mentorprep.platform.ToolKeys;
import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.IdToken;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.Placing;
import org.mentorprep.testing.TestBrowser;
import org.mentorprep.testing.TestPlatform;

import static org.assertj.core.api.Assertions.assertThat;

/** Placing activities; the numbers are those of the project's list of cases. */
@IntegrationTest
@Tag("sql")
class DeepLinkingIntegrationTests extends LaunchFixture {

	private static final String DL = "https://purl.imsglobal.org/spec/lti-dl/claim/";

	private static final Map<String, String> MODULE = Map.of("what", "modules", "module", "judgementoring");

	private static final Map<String, String> PROGRAMME = Map.of("what", "programme:mentor-preparation");

	private static final Map<String, String> LEADERS = Map.of("what", "programme:leader-route");

	@Autowired
	private ToolKeys keys;

	@Test
	@DisplayName("case 115: course staff come to the picker")
	void staffComeToThePicker() {
		String picker = placing().open();
		assertThat(picker).matches("/deeplink/[0-9a-f-]{36}");
		HttpResponse<String> page = this.browser.get(picker);
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("What should this activity open?", "Judgementoring", "Grade to pass");
	}

	@ParameterizedTest
	@DisplayName("case 116: nobody else does, and no session begins")
	@ValueSource(strings = { "Learner", "Mentor", "Instructor#TeachingAssistant" })
	void learnerIsRefused(String role) {
		Placing placing = placing();
		placing.token.claims.put(TestPlatform.LTI + "roles", List.of(TestPlatform.MEMBERSHIP + role));
		assertRefused(placing.launch(), 403, "Only course staff can place activities");
		assertThat(this.browser.cookies()).doesNotContainKey("__Host-mentorprep");
	}

	@Test
	@DisplayName("case 117: deep_linking_settings missing")
	void refusesRequestWithoutSettings() {
		Placing placing = placing();
		placing.token.claims.remove(Placing.SETTINGS);
		assertRefused(placing.launch(), 401, "could not confirm");
	}

	@Test
	@DisplayName("case 118: deep_link_return_url missing")
	void refusesRequestWithoutReturnUrl() {
		Placing placing = placing();
		placing.settings.remove("deep_link_return_url");
		assertRefused(placing.launch(), 401, "could not confirm");
	}

	@Test
	@DisplayName("case 119: no accept_types, or no links among them: says so, and leads back with nothing")
	void saysThatNothingCanBePlaced() throws Exception {
		Placing placing = placing();
		placing.settings.put("accept_types", List.of("link", "file"));
		String picker = placing.open();
		assertThat(this.browser.get(picker).body()).contains("nothing we can place here");
		assertThat(placing.choose(picker, PROGRAMME).statusCode()).isEqualTo(422);
		assertThat(items(response(placing.choose(picker, Map.of("cancel", "true"))))).isEmpty();
		Placing silent = placing();
		silent.settings.remove("accept_types");
		assertThat(this.browser.get(silent.open()).body()).contains("nothing we can place here");
	}

	@Test
	@DisplayName("case 120: accept_presentation_document_targets missing is tolerated: none of them matters to us")
	void toleratesMissingDocumentTargets() {
		Placing placing = placing();
		placing.settings.remove("accept_presentation_document_targets");
		assertThat(placing.launch().statusCode()).isEqualTo(303);
	}

	@Test
	@DisplayName("case 121: the response says who, to whom, when, and is signed by a key that we show")
	void responseIsSignedAndComplete() throws Exception {
		Placing placing = placing();
		SignedJWT token = SignedJWT.parse(token(placing.choose(placing.open(), MODULE)));
		assertThat(token.verify(new RSASSAVerifier(this.keys.signing().toRSAPublicKey()))).isTrue();
		assertThat(token.getHeader().getKeyID()).isEqualTo(this.keys.signing().getKeyID());
		JWTClaimsSet claims = token.getJWTClaimsSet();
		assertThat(claims.getIssuer()).isEqualTo(TestPlatform.clientId());
		assertThat(claims.getAudience()).containsExactly(this.platform.issuer());
		assertThat(claims.getIssueTime().toInstant()).isBefore(Instant.now());
		assertThat(claims.getExpirationTime()).isAfter(claims.getIssueTime());
		assertThat(claims.getStringClaim("nonce")).isNotBlank();
		assertThat(claims.getClaims()).containsEntry(TestPlatform.LTI + "message_type", "LtiDeepLinkingResponse")
			.containsEntry(TestPlatform.LTI + "version", "1.3.0")
			.containsEntry(TestPlatform.LTI + "deployment_id", TestPlatform.deploymentId());
	}

	@Test
	@DisplayName("case 122: data goes back as it came")
	void dataGoesBackUnchanged() throws Exception {
		Placing placing = placing();
		placing.settings.put("data", " csrf:\"<ü>\"\n ");
		assertThat(response(placing.choose(placing.open(), MODULE)).getClaim(DL + "data"))
			.isEqualTo(" csrf:\"<ü>\"\n ");
	}

	@Test
	@DisplayName("case 122: no data where none came")
	void noDataWhereNoneCame() throws Exception {
		Placing placing = placing();
		assertThat(response(placing.choose(placing.open(), MODULE)).getClaims()).doesNotContainKey(DL + "data");
	}

	@Test
	@DisplayName("case 123: one item where one is taken")
	void oneItemWhereOneIsTaken() throws Exception {
		Placing placing = placing();
		placing.settings.remove("accept_multiple");
		String picker = placing.open();
		assertThat(Placing.page(this.browser.get(picker)).select("input[name=module]").eachAttr("type"))
			.containsOnly("radio");
		assertThat(items(response(placing.choose(picker, MODULE)))).hasSize(1);
	}

	@Test
	@DisplayName("case 124: no lineItem where none is wanted, and no word of grades")
	void noColumnWhereNoneIsWanted() throws Exception {
		Placing placing = placing();
		placing.settings.put("accept_lineitem", false);
		String picker = placing.open();
		assertThat(this.browser.get(picker).body()).doesNotContain("Grade to pass");
		assertThat(items(response(placing.choose(picker, MODULE))).get(0)).doesNotContainKey("lineItem");
	}

	@Test
	@DisplayName("case 125: cancelling answers with nothing")
	void cancellingAnswersWithNothing() throws Exception {
		Placing placing = placing();
		assertThat(items(response(placing.choose(placing.open(), Map.of("cancel", "true"))))).isEmpty();
	}

	@ParameterizedTest
	@DisplayName("F21: data of any kind goes back as it came, to the last digit")
	@ValueSource(strings = { "{\"b\":[1,2.50,null,true],\"a\":{\"\u00fc\":\"<&>\"}}", "[]", "[null,{}]",
			"12345678901234567890", "0.10", "-1.5E+300", "false", "\"a\\u0000b\"", "\"\"" })
	void dataOfAnyKindGoesBackUnchanged(String data) {
		Placing placing = placing();
		placing.settings.put("data", "DATA");
		placing.token.payload = JSONObjectUtils.toJSONString(placing.token.claims).replace("\"DATA\"", data);
		String sent = payload(placing.choose(placing.open(), MODULE));
		assertThat(sent).contains("\"" + DL + "data\":" + data);
	}

	@Test
	@DisplayName("F21: data of null is none")
	void dataOfNullIsNone() throws Exception {
		Placing placing = placing();
		placing.settings.put("data", null);
		assertThat(response(placing.choose(placing.open(), MODULE)).getClaims()).doesNotContainKey(DL + "data");
	}

	@Test
	@DisplayName("F16: the same choice twice at once leads to the same response, and is noted once")
	void sameChoiceTwiceLeadsToTheSameResponse() throws Exception {
		Placing placing = placing();
		String picker = placing.open();
		String csrf = Placing.page(this.browser.get(picker)).select("input[name=_csrf]").val();
		Map<String, String> choice = Map.of("what", "programme:mentor-preparation", "_csrf", csrf);
		TestBrowser tab = this.browser.tab();
		List<CompletableFuture<HttpResponse<String>>> clicks = Stream.of(this.browser, tab)
			.map((one) -> CompletableFuture.supplyAsync(() -> one.post(picker, choice)))
			.toList();
		for (CompletableFuture<HttpResponse<String>> click : clicks) {
			assertThat(items(response(click.join()))).extracting("title").containsExactly("Mentor preparation");
		}
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM placement WHERE platform = ?")
			.param(this.platform.id().value())
			.query(Integer.class)
			.single()).isOne();
	}

	@Test
	@DisplayName("case 126: a second response is refused")
	void secondResponseIsRefused() {
		Placing placing = placing();
		String picker = placing.open();
		String csrf = Placing.page(this.browser.get(picker)).select("input[name=_csrf]").val();
		Map<String, String> choice = Map.of("what", "programme:mentor-preparation", "_csrf", csrf);
		assertThat(this.browser.post(picker, choice).statusCode()).isEqualTo(200);
		assertThat(this.browser.post(picker, Map.of("what", "programme:leader-route", "_csrf", csrf)).statusCode())
			.isEqualTo(409);
		this.jdbc.sql("UPDATE deep_linking SET answered_at = :at WHERE platform = :platform")
			.param("at", Instant.now().minusSeconds(61).atOffset(ZoneOffset.UTC))
			.param("platform", this.platform.id().value())
			.update();
		HttpResponse<String> again = this.browser.post(picker, choice);
		assertThat(again.statusCode()).isEqualTo(409);
		assertThat(again.body()).contains("sent already").doesNotContain("JWT");
		assertThat(this.browser.get(picker).statusCode()).isEqualTo(409);
	}

	@Test
	void pickerIsOverAfterTwoHours() {
		String picker = placing().open();
		this.jdbc.sql("UPDATE deep_linking SET expires_at = CURRENT_TIMESTAMP WHERE id = CAST(:id AS uuid)")
			.param("id", picker.substring(picker.lastIndexOf('/') + 1))
			.update();
		assertThat(this.browser.get(picker).statusCode()).isEqualTo(410);
	}

	@Test
	@DisplayName("case 127: the picker of somebody else is closed, to other users and to other platforms")
	void pickerOfAnotherUserIsClosed() {
		String picker = placing().open();
		TestBrowser other = anotherBrowser();
		Placing theirs = new Placing(other, this.platform);
		theirs.token.claims.put("sub", "staff-2");
		theirs.open();
		assertThat(other.get(picker).statusCode()).isEqualTo(403);
		try (TestPlatform elsewhere = TestPlatform.register(this.jdbc)) {
			TestBrowser namesake = anotherBrowser();
			new Placing(namesake, elsewhere).open();
			assertThat(namesake.get(picker).statusCode()).isEqualTo(403);
		}
	}

	@Test
	@DisplayName("case 127: without a session the page says that it ended, in the frame of its LMS")
	void pickerWithoutSessionSaysSo() {
		String picker = placing().open();
		HttpResponse<String> answer = anotherBrowser().get(picker);
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(policy(answer)).endsWith("frame-ancestors " + this.platform.origin());
	}

	@ParameterizedTest
	@DisplayName("case 128: the return address is the platform's own")
	@ValueSource(strings = { "http://elsewhere.example/return", "ftp://127.0.0.1/x", "javascript:alert(1)", "/return",
			"http://user@127.0.0.1/", "https://elsewhere.example/#top" })
	void returnAddressIsThePlatformsOwn(String url) {
		Placing placing = placing();
		placing.settings.put("deep_link_return_url", url);
		assertRefused(placing.launch(), 401, "could not confirm");
	}

	@ParameterizedTest
	@DisplayName("case 128, F8: a return address elsewhere waits until the operator confirms it")
	@ValueSource(strings = { "https://elsewhere.example/return", "http://127.0.0.1:1/return" })
	void returnAddressElsewhereWaits(String url) {
		Placing placing = placing();
		placing.settings.put("deep_link_return_url", url);
		assertRefused(placing.launch(), 403, "from a new address");
	}

	@Test
	@DisplayName("case 128: what the browser sends changes neither address nor values")
	void onlyTheSignedRequestCounts() throws Exception {
		Placing placing = placing();
		HttpResponse<String> answer = placing.choose(placing.open(), Map.of("what", "programme:leader-route",
				"deep_link_return_url", "https://elsewhere.example/", "data", "forged"));
		assertThat(Placing.page(answer).select("#self-submitting").attr("action"))
			.isEqualTo(this.platform.origin() + "/return?course=2&sesskey=secret");
		assertThat(response(answer).getClaims()).doesNotContainKey(DL + "data");
	}

	@Test
	@DisplayName("case 129: what was placed opens its module")
	@SuppressWarnings("unchecked")
	void placedLinkOpensItsModule() throws Exception {
		Placing placing = placing();
		Map<String, Object> item = items(response(placing.choose(placing.open(), MODULE))).get(0);
		TestBrowser.Login login = this.browser.login(this.platform);
		var token = login.token();
		token.claims.put(TestPlatform.LTI + "resource_link", Map.of("id", "placed-1"));
		token.claims.put(TestPlatform.LTI + "custom", (Map<String, Object>) item.get("custom"));
		String link = this.browser.launch(login, token).headers().firstValue("Location").orElseThrow();
		assertThat(this.browser.get(link).headers().firstValue("Location").orElseThrow())
			.endsWith("/modules/judgementoring");
	}

	@Test
	void programmeIsPlacedByItsNameAndOpensAsThat() throws Exception {
		Placing placing = placing();
		Map<String, Object> item = items(response(placing.choose(placing.open(), LEADERS))).get(0);
		assertThat(item).containsEntry("title", "Leader route")
			.containsEntry("custom", Map.of("programme", "leader-route", "ctx_history", "$Context.id.history"));
		assertThat(item.get("lineItem").toString()).contains("resourceId=programme:leader-route");
		assertThat(held(this.browser.get(placing().open()))).containsExactly("programme:leader-route");
		TestBrowser.Login login = this.browser.login(this.platform);
		IdToken token = login.token();
		token.claims.put(TestPlatform.LTI + "custom", item.get("custom"));
		String link = this.browser.launch(login, token).headers().firstValue("Location").orElseThrow();
		assertThat(this.browser.get(link).body()).contains("Asked of you: 0 of 2 completed");
		assertThat(held(this.browser.get(placing().open()))).containsExactly("programme:leader-route");
	}

	@Test
	void pickerSaysOfEachProgrammeWhatIsAskedAndWhatIsGraded() {
		assertThat(Placing.page(this.browser.get(placing().open())).select(".choice").eachText()).first()
			.asString()
			.contains("Programme: Mentor preparation", "Asked for: Judgementoring, ", "There for those who like: ",
					"the share of the 3 modules asked for that is completed");
	}

	@Test
	@DisplayName("case 130: we send no interval that could end before it begins")
	void sendsNoIntervals() throws Exception {
		Placing placing = placing();
		assertThat(items(response(placing.choose(placing.open(), MODULE))).get(0).keySet())
			.isEqualTo(Set.of("type", "title", "text", "url", "custom", "lineItem"));
	}

	@Test
	@DisplayName("case X17: the response goes on in the same frame, to this LMS only, and takes nothing of ours along")
	void responseGoesOnInTheSameFrame() {
		Placing placing = placing();
		HttpResponse<String> answer = placing.choose(placing.open(), MODULE);
		assertThat(policy(answer)).contains("; form-action " + this.platform.origin() + "; ");
		var form = Placing.page(answer).selectFirst("#self-submitting");
		assertThat(form.hasAttr("target")).isFalse();
		assertThat(form.select("[name]").eachAttr("name")).containsExactly("JWT");
		assertThat(form.select("button")).hasSize(1);
	}

	@Test
	void pickerPostsToUsOnly() {
		assertThat(policy(this.browser.get(placing().open()))).contains("; form-action 'self'; ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "what=nothing", "what=programme:unknown", "what=modules", "module=judgementoring",
			"what=modules,module=unknown" })
	void incompleteChoiceComesBack(String choice) {
		Placing placing = placing();
		Map<String, String> form = new HashMap<>();
		for (String field : choice.split(",")) {
			form.put(field.split("=")[0], field.split("=")[1]);
		}
		HttpResponse<String> answer = placing.choose(placing.open(), form);
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("One thing is missing");
	}

	@Test
	void incompleteChoiceIsKept() {
		Placing placing = placing();
		var page = Placing.page(placing.choose(placing.open(), Map.of("what", "modules")));
		assertThat(page.select("input[name=what][checked]").eachAttr("value")).containsExactly("modules");
	}

	@Test
	void saysWhatWasSentBefore() {
		Placing placing = placing();
		placing.choose(placing.open(), MODULE);
		assertThat(this.browser.get(placing().open()).body()).contains("Last sent to this course on");
	}

	@Test
	void saysWhatTheCourseHolds() {
		this.browser.launch(this.platform);
		assertThat(this.browser.get(placing().open()).body()).contains("Already in this course since");
	}

	@Test
	void refusesChoiceWithoutCsrfToken() {
		assertThat(this.browser.post(placing().open(), PROGRAMME).statusCode()).isEqualTo(403);
	}

	/** Which choices are said to be in the course, or to have been sent there. */
	private static List<String> held(HttpResponse<String> picker) {
		return Placing.page(picker).select(".choice:matches(Already in this course|Last sent) input").eachAttr("value");
	}

	private Placing placing() {
		return new Placing(this.browser, this.platform);
	}

	private static String policy(HttpResponse<?> answer) {
		return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
	}

	private static String token(HttpResponse<String> answer) {
		return Placing.page(answer).select("input[name=JWT]").val();
	}

	private static String payload(HttpResponse<String> answer) {
		return new String(Base64.getUrlDecoder().decode(token(answer).split("\\.")[1]), StandardCharsets.UTF_8);
	}

	private JWTClaimsSet response(HttpResponse<String> answer) throws ParseException, JOSEException {
		assertThat(answer.statusCode()).isEqualTo(200);
		return SignedJWT.parse(token(answer)).getJWTClaimsSet();
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> items(JWTClaimsSet claims) {
		return (List<Map<String, Object>>) claims.getClaim(DL + "content_items");
	}

	private static void assertRefused(HttpResponse<String> answer, int status, String words) {
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.body()).contains(words);
	}

}
