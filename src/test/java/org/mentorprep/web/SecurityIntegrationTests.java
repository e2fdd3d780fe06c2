package org.mentorprep.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.apache.coyote.http11.Http11Processor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.SqlCount;
import org.mentorprep.testing.TestBrowser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What anybody reaches, what a session opens, and what every answer says to the browser;
 * the numbers are those of the project's list of conformance cases.
 */
@IntegrationTest
class SecurityIntegrationTests extends LaunchFixture {

	private static final String SESSION = "__Host-mentorprep";

	private static final String FILE = "/webjars/bootstrap/css/bootstrap.min.css";

	private static final String NOBODYS_LINK = "/links/00000000-0000-4000-8000-000000000000";

	@ParameterizedTest
	@CsvSource({ "/.well-known/jwks.json, 200", "/actuator/health, 200", "/actuator/health/liveness, 200",
			"/actuator/health/readiness, 200", "/webjars/bootstrap/css/bootstrap.min.css, 200", "/lti/launch, 200",
			"/css/no-such.css, 404", "/actuator, 403", "/actuator/prometheus, 403", "/actuator/env, 403", "/, 403",
			"/lti, 403", "/lti/other, 403", "/course/x, 401", "/operator, 302", "/h2-console, 403", "/links, 403",
			"/deeplink, 403", "/deeplink/x, 401", "/links/, 401", "/links/x, 401", NOBODYS_LINK + ", 401",
			NOBODYS_LINK + "/modules/x, 401" })
	void anybodyReaches(String path, int status) {
		assertThat(this.browser.get(path).statusCode()).isEqualTo(status);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/.well-known/jwks.json", "/actuator/health", "/lti/launch", "/", "/links/x", "/error",
			"/webjars/bootstrap/css/bootstrap.min.css" })
	void anonymousVisitOpensNoSession(String path) {
		this.browser.get(path);
		assertThat(this.browser.cookies()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", NOBODYS_LINK, NOBODYS_LINK + "/attempts/a/answers/1", "/error", "/lti/launch" })
	void anonymousPostOpensNoSession(String path) {
		assertThat(this.browser.post(path, Map.of("x", "1")).headers().firstValue("Set-Cookie")).isEmpty();
	}

	@Test
	void sessionOpensNothingButItsLinks() {
		this.browser.launch(this.platform);
		assertThat(List.of(status(NOBODYS_LINK), status("/actuator/prometheus"))).containsOnly(403);
	}

	@Test
	void linkIsOpenUnderItsOneUrlOnly() {
		String link = this.browser.launch(this.platform);
		assertThat(List.of(status(link + "/no-such-page"), status(link.toUpperCase() + "/no-such-page")))
			.containsExactly(404, 403);
	}

	@ParameterizedTest
	@DisplayName("case 179: no POST without a CSRF token")
	@ValueSource(strings = { "/x", "/modules/m/tasks/t/attempts", "/attempts/a/answers/1" })
	void refusesPostWithoutCsrfToken(String path) {
		String link = this.browser.launch(this.platform);
		assertThat(this.browser.post(link + path, Map.of("choice", "a")).statusCode()).isEqualTo(403);
	}

	@Test
	@DisplayName("case 178: only the session's LMS may frame its pages")
	void onlyTheLmsOfTheSessionMayFrame() {
		String link = this.browser.launch(this.platform);
		assertThat(policy(this.browser.get(link + "/no-such-page")))
			.endsWith("frame-ancestors " + this.platform.origin());
	}

	@Test
	@DisplayName("case 178: without a session nobody may frame")
	void nobodyFramesWithoutSession() {
		assertThat(policy(this.browser.get("/"))).endsWith("frame-ancestors 'none'");
	}

	@Test
	void lmsOfTheLinkMayFrameTheEndOfASession() {
		String link = this.browser.launch(this.platform);
		this.browser.cookies().clear();
		assertThat(policy(this.browser.get(link))).endsWith("frame-ancestors " + this.platform.origin());
	}

	@Test
	void pageLoadsNothingButOurs() {
		assertThat(policy(this.browser.get("/lti/launch")))
			.startsWith("default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; ")
			.contains("form-action 'self'; base-uri 'none'")
			.doesNotContain("unsafe");
	}

	@Test
	void personalPageIsHardened() {
		String link = this.browser.launch(this.platform);
		Map<String, List<String>> headers = this.browser.get(link + "/no-such-page").headers().map();
		assertThat(headers).containsEntry("x-content-type-options", List.of("nosniff"))
			.containsEntry("referrer-policy", List.of("same-origin"))
			.containsKey("permissions-policy")
			.doesNotContainKey("x-frame-options");
		assertThat(headers.get("cache-control")).singleElement().asString().contains("no-store");
	}

	@Test
	void filesAreCached() {
		assertThat(this.browser.get(FILE).headers().firstValue("Cache-Control").orElseThrow()).contains("max-age")
			.doesNotContain("no-store");
	}

	@Test
	void filesCostNoStatement() {
		this.browser.launch(this.platform);
		assertThat(SqlCount.during(() -> this.browser.get(FILE))).isEmpty();
	}

	@Test
	void endedSessionShowsWhatWasTyped() {
		String link = this.browser.launch(this.platform);
		this.browser.cookies().remove(SESSION);
		HttpResponse<String> answer = this.browser.post(link + "/attempts/a/answers/1",
				Map.of("words", "I would <listen> first", "_csrf", "token-of-the-form"));
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.body()).contains("Your session has ended", "I would &lt;listen&gt; first")
			.containsPattern("[2-9A-Z]{4}-[2-9A-Z]{4}")
			.doesNotContain("token-of-the-form");
	}

	@Test
	void expiredSessionShowsWhatWasTyped() {
		String link = this.browser.launch(this.platform);
		this.jdbc.sql("DELETE FROM web_session").update();
		HttpResponse<String> answer = this.browser.post(link + "/attempts/a/answers/1",
				Map.of("words", "I would listen first"));
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.body()).contains("I would listen first");
	}

	@Test
	void sessionThatCannotBeReadHasEnded() {
		String link = this.browser.launch(this.platform);
		spoilSessions();
		assertThat(status(link)).isEqualTo(401);
	}

	@Test
	void launchReplacesSessionThatCannotBeRead() {
		this.browser.launch(this.platform);
		spoilSessions();
		assertThat(status(this.browser.launch(this.platform) + "/no-such-page")).isEqualTo(404);
	}

	@Test
	void otherErrorPagesRepeatNothing() {
		assertThat(this.browser.get("/?words=repeat-me").body()).doesNotContain("repeat-me");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/lti/login?iss=a%00b", "/lti/launch?x=%00", "/links/x?%00=a", "/?a=%00" })
	void refusesNulBytes(String path) {
		assertThat(this.browser.get(path).statusCode()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/links//x", "/links/x;a=b", "/links/x?%00=a", "/?a=%00" })
	void whatTheFirewallRefusesIsHardenedToo(String path) {
		HttpResponse<String> answer = this.browser.get(path);
		assertThat(policy(answer)).startsWith("default-src 'none'").endsWith("frame-ancestors 'none'");
		assertThat(answer.headers().map()).containsEntry("x-content-type-options", List.of("nosniff"))
			.containsKey("cache-control");
	}

	@Test
	void refusesNulByteInAForm() {
		HttpResponse<String> answer = this.browser.post("/lti/login",
				Map.of("iss", "a\0b", "login_hint", "4", "target_link_uri", "x"));
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("We could not read that");
	}

	@Test
	void headerThatHoldsOtherLettersBreaksNoPage() {
		this.browser.always("Accept-Language", "caf\u00e9\u0085");
		HttpResponse<String> answer = this.browser.get("/lti/register?invitation=x");
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.body()).contains("This registration address is not valid");
	}

	/**
	 * Asked of the settings, for other applications that tests start reset the loggers;
	 * but of the class that would write it.
	 */
	@Test
	void requestLineThatCannotBeReadIsNotLogged(@Autowired Environment settings) {
		assertThat(settings.getProperty("logging.level." + Http11Processor.class.getName())).isEqualTo("warn");
	}

	@Test
	void wrongMethodIsAPageToo() {
		HttpResponse<String> answer = this.browser.put("/lti/login");
		assertThat(answer.statusCode()).isEqualTo(405);
		assertThat(answer.body()).contains("be done at this address");
	}

	@Test
	void brokenPageTellsNothingButItsReference() {
		this.jdbc.sql("ALTER TABLE pending_launch RENAME TO pending_launch_away").update();
		try {
			HttpResponse<String> answer = this.browser.post("/lti/login", TestBrowser.announcement(this.platform));
			assertThat(answer.statusCode()).isEqualTo(500);
			assertThat(policy(answer)).startsWith("default-src 'none'");
			assertThat(answer.body()).contains("Something went wrong on our side")
				.containsPattern("[2-9A-Z]{4}-[2-9A-Z]{4}")
				.doesNotContain("Exception", "pending_launch", "SQL");
		}
		finally {
			this.jdbc.sql("ALTER TABLE pending_launch_away RENAME TO pending_launch").update();
		}
	}

	private void spoilSessions() {
		this.jdbc.sql("UPDATE web_session SET attributes = :bytes").param("bytes", new byte[] { 1, 2, 3 }).update();
	}

	private int status(String path) {
		return this.browser.get(path).statusCode();
	}

	private static String policy(HttpResponse<?> answer) {
		List<String> policies = answer.headers().allValues("Content-Security-Policy");
		assertThat(policies).hasSize(1);
		return policies.get(0);
	}

}
