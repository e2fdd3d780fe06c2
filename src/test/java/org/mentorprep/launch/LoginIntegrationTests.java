package org.mentorprep.launch;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.TestBrowser;
import org.mentorprep.testing.TestPlatform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Login initiation; the numbers are those of the project's list of conformance cases. */
@IntegrationTest
class LoginIntegrationTests extends LaunchFixture {

	private static final String HINT = "{\"cmid\":2,\"launchid\":\"ltilaunch1_4 & +%2F\"}";

	@Test
	@DisplayName("case 1, 14: GET leads to the LMS, whose own query stays as it is")
	void getLeadsToTheLms() {
		HttpResponse<String> answer = get(TestBrowser.announcement(this.platform));
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(location(answer)).startsWith(this.platform.authorizationEndpoint() + "&scope=openid&");
	}

	@Test
	@DisplayName("case 2: POST leads to the LMS")
	void postLeadsToTheLms() {
		HttpResponse<String> answer = post(TestBrowser.announcement(this.platform));
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(location(answer)).startsWith(this.platform.authorizationEndpoint());
	}

	@Test
	@DisplayName("case 3: the redirect holds what OpenID Connect asks")
	void redirectHoldsTheAuthenticationRequest() {
		var query = TestBrowser.query(post(TestBrowser.announcement(this.platform)));
		assertThat(query.toSingleValueMap()).containsEntry("scope", "openid")
			.containsEntry("response_type", "id_token")
			.containsEntry("response_mode", "form_post")
			.containsEntry("prompt", "none")
			.containsEntry("client_id", TestPlatform.clientId())
			.containsEntry("redirect_uri", this.toolUrl.at("/lti/launch").toString())
			.containsEntry("login_hint", "4")
			.containsKeys("state", "nonce");
	}

	@Test
	@DisplayName("case 4: the message hint goes back unchanged, even as JSON")
	void messageHintGoesBackUnchanged() {
		Map<String, String> login = TestBrowser.announcement(this.platform);
		login.put("lti_message_hint", HINT);
		assertThat(TestBrowser.query(post(login)).getFirst("lti_message_hint")).isEqualTo(HINT);
	}

	@ParameterizedTest(name = "F15: a {0} of 8 KB when encoded goes back unchanged, by GET and by POST")
	@ValueSource(strings = { "lti_message_hint", "login_hint" })
	void longHintGoesBackUnchanged(String name) {
		Map<String, String> login = TestBrowser.announcement(this.platform);
		login.put(name, "{\"\u00fc\":\"" + "\u00e4".repeat(1359) + "\"}x");
		assertThat(UriUtils.encode(login.get(name), StandardCharsets.UTF_8)).hasSizeBetween(8180, 8192);
		for (HttpResponse<String> answer : List.of(get(login), post(login))) {
			assertThat(answer.statusCode()).isEqualTo(302);
			assertThat(TestBrowser.query(answer).getFirst(name)).isEqualTo(login.get(name));
		}
	}

	@Test
	@DisplayName("F15: a hint of 8 KB passes the check of cookies, too")
	void longHintPassesTheCheckOfCookies() {
		Map<String, String> login = TestBrowser.announcement(this.platform);
		login.put("lti_message_hint", "x".repeat(8192));
		String check = Jsoup.parse(this.browser.inFrame().post("/lti/login", login).body())
			.selectFirst("meta[http-equiv=refresh]")
			.attr("content")
			.substring("0; url=".length());
		HttpResponse<String> answer = this.browser.get(check);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		assertThat(TestBrowser.query(answer).getFirst("lti_message_hint")).hasSize(8192);
	}

	@Test
	@DisplayName("case 5: an absent message hint stays absent")
	void absentMessageHintStaysAbsent() {
		assertThat(TestBrowser.query(post(TestBrowser.announcement(this.platform))))
			.doesNotContainKey("lti_message_hint");
	}

	static Stream<Arguments> refused() {
		return Stream.of(arguments("case 6: no iss", 400, "Something is missing", without("iss")),
				arguments("case 7: no login_hint", 400, "Something is missing", without("login_hint")),
				arguments("case 8: no target_link_uri", 400, "Something is missing", without("target_link_uri")),
				arguments("case 9: unknown iss", 400, "not registered here", with("iss", "https://nobody.example")),
				arguments("case 9: iss with a slash more", 400, "not registered here",
						(Consumer<Map<String, String>>) (login) -> login.merge("iss", "/", String::concat)),
				arguments("case 10: unknown client_id", 400, "not registered here", with("client_id", "other")),
				arguments("case 17, F15: over-long hint", 400, "This link is too long",
						with("lti_message_hint", "x".repeat(8193))),
				arguments("case 17, F15: hint that grows too long when encoded", 400, "This link is too long",
						with("lti_message_hint", "\u00e9".repeat(1366))),
				arguments("case 17, F15: two hints that are too long together", 400, "This link is too long",
						(Consumer<Map<String, String>>) (login) -> {
							login.put("lti_message_hint", "x".repeat(6000));
							login.put("login_hint", "x".repeat(6000));
						}));
	}

	@ParameterizedTest(name = "{0}", quoteTextArguments = false)
	@MethodSource
	void refused(String title, int status, String words, Consumer<Map<String, String>> spoil) {
		Map<String, String> login = TestBrowser.announcement(this.platform);
		spoil.accept(login);
		HttpResponse<String> answer = post(login);
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Location")).isEmpty();
		assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
		assertThat(answer.body()).contains(words).containsPattern("[2-9A-Z]{4}-[2-9A-Z]{4}");
	}

	@Test
	@DisplayName("case 11: two registrations and no client_id is ambiguous")
	void refusesToGuessAmongRegistrations() {
		this.platform.registerAgain(this.jdbc, "client-2", true);
		HttpResponse<String> answer = post(withoutClientId());
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("registered more than once");
	}

	@Test
	@DisplayName("case 12: one registration needs no client_id")
	void acceptsTheOnlyRegistrationWithoutClientId() {
		assertThat(post(withoutClientId()).statusCode()).isEqualTo(302);
	}

	@Test
	@DisplayName("case 13: a registration that is not enabled waits")
	void refusesDisabledRegistration() {
		this.platform.registerAgain(this.jdbc, "client-2", false);
		Map<String, String> login = TestBrowser.announcement(this.platform);
		login.put("client_id", "client-2");
		HttpResponse<String> answer = post(login);
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.body()).contains("waiting to be activated");
	}

	@Test
	@DisplayName("case 15: a foreign target_link_uri is never a way out")
	void ignoresForeignTarget() {
		Map<String, String> login = TestBrowser.announcement(this.platform);
		login.put("target_link_uri", "https://evil.example/");
		assertThat(location(post(login))).startsWith(this.platform.authorizationEndpoint())
			.doesNotContain("evil.example");
	}

	@Test
	@DisplayName("case 16: a repeated parameter is refused")
	void refusesRepeatedParameter() {
		String query = query(TestBrowser.announcement(this.platform)) + "&iss=x";
		assertThat(this.browser.get("/lti/login" + query).statusCode()).isEqualTo(400);
	}

	@Test
	@DisplayName("case 19: state and nonce are long, and new each time")
	void stateAndNonceAreNewEachTime() {
		var one = this.browser.login(this.platform);
		var other = this.browser.login(this.platform);
		assertThat(List.of(one.state(), one.nonce(), other.state(), other.nonce())).doesNotHaveDuplicates()
			.allMatch((secret) -> secret.matches("[A-Za-z0-9_-]{43}"));
	}

	@Test
	@DisplayName("case 20: the cookie survives as a third party and for five minutes only")
	void cookieIsBoundAndPartitioned() {
		HttpResponse<String> answer = post(TestBrowser.announcement(this.platform));
		String state = TestBrowser.query(answer).getFirst("state");
		assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
			.startsWith("__Host-launch-" + state.substring(0, 8) + "=")
			.contains("; Path=/;", "; Max-Age=300;", "; Secure", "; HttpOnly", "; SameSite=None", "; Partitioned")
			.doesNotContain("Domain", state);
	}

	@Test
	@DisplayName("case 21, 22: storage target and deployment at login change nothing")
	void ignoresStorageTargetAndDeployment() {
		Map<String, String> login = TestBrowser.announcement(this.platform);
		login.put("lti_storage_target", "_parent");
		login.put("lti_deployment_id", "unheard-of");
		assertThat(post(login).statusCode()).isEqualTo(302);
	}

	@Test
	@DisplayName("F8: a refusal may be framed wherever the LMS shows its pages")
	void refusalMayBeFramedWhereverTheLmsIs() {
		this.platform.registerAgain(this.jdbc, "client-2", true);
		HttpResponse<String> answer = post(withoutClientId());
		assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow()).endsWith("frame-ancestors *");
	}

	@Test
	void refusalSaysWhenAndWhyAndLeadsBack() {
		this.platform.registerAgain(this.jdbc, "client-2", true);
		Document page = Jsoup.parse(post(withoutClientId()).body());
		assertThat(page.select("dl.facts dt").eachText()).containsExactly("Reference", "When");
		assertThat(page.select("details:not([open])").text()).contains("LTI 1.3 core, 4.1.3");
		assertThat(page.select("a[target=_top]").attr("href")).isEqualTo(this.platform.issuer());
	}

	@Test
	void refusalOfAnUnknownLmsLeadsNowhereAndMayBeFramedByAny() {
		HttpResponse<String> answer = post(unknown());
		assertThat(Jsoup.parse(answer.body()).select("main a")).isEmpty();
		assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow()).endsWith("frame-ancestors *");
	}

	@Test
	void forgetsLoginsThatNobodyFinished() {
		this.jdbc.sql("DELETE FROM pending_launch").update();
		var login = this.browser.login(this.platform);
		this.jdbc.sql("UPDATE pending_launch SET expires_at = TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00:00'")
			.update();
		this.browser.login(this.platform);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM pending_launch WHERE state = :state")
			.param("state", login.state())
			.query(Integer.class)
			.single()).isZero();
	}

	private Map<String, String> unknown() {
		Map<String, String> login = TestBrowser.announcement(this.platform);
		login.put("iss", "https://nobody.example");
		return login;
	}

	private Map<String, String> withoutClientId() {
		Map<String, String> login = TestBrowser.announcement(this.platform);
		login.remove("client_id");
		return login;
	}

	private HttpResponse<String> post(Map<String, String> login) {
		return this.browser.post("/lti/login", login);
	}

	private HttpResponse<String> get(Map<String, String> login) {
		return this.browser.get("/lti/login" + query(login));
	}

	private static String query(Map<String, String> login) {
		UriComponentsBuilder builder = UriComponentsBuilder.newInstance();
		login.keySet().forEach((name) -> builder.queryParam(name, "{" + name + "}"));
		return builder.encode().buildAndExpand(login).toUriString();
	}

	private static String location(HttpResponse<?> answer) {
		return answer.headers().firstValue("Location").orElseThrow();
	}

	private static Consumer<Map<String, String>> without(String name) {
		return (login) -> login.remove(name);
	}

	private static Consumer<Map<String, String>> with(String name, String value) {
		return (login) -> login.put(name, value);
	}

}
