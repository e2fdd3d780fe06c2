package org.mentorprep.lti.service;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.FormParameter;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.oauth2.client.registration.ClientRegistration;

import org.mentorprep.lti.service.ServiceFailed.Reason;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Cases 131-135, 156, 157, X7, X8. */
@ExtendWith(OutputCaptureExtension.class)
class AccessTokensTests {

	private static final FaultyLms LMS = new FaultyLms();

	private final ScoreClient client = LMS.client();

	@BeforeEach
	void heal() {
		LMS.healthy();
	}

	@AfterAll
	static void stop() {
		LMS.stop();
	}

	@Test
	@DisplayName("case X7: a token answer of type text/html is read as JSON")
	void sendsTokenThatWasCalledHtml() {
		sendScore();
		LMS.server()
			.verify(postRequestedFor(urlPathEqualTo(FaultyLms.SCORES_PATH)).withHeader("Authorization",
					equalTo("Bearer token-1")));
	}

	@Test
	@DisplayName("F9: a changed audience gets a token of its own")
	void changedAudienceGetsAnotherToken() {
		ClientRegistration registration = LMS.registration();
		AccessTokens.Key before = AccessTokens.Key.of(registration, Set.of(ScoreClient.SCOPE));
		AccessTokens.Key after = AccessTokens.Key.of(ClientRegistration.withClientRegistration(registration)
			.providerConfigurationMetadata(Map.of(CallPermit.TOKEN_AUDIENCE, "https://api.lms.example"))
			.build(), Set.of(ScoreClient.SCOPE));
		assertThat(after).isNotEqualTo(before);
	}

	@Test
	void asksOnceForManyScores() {
		for (int i = 0; i < 5; i++) {
			sendScore();
		}
		assertThat(tokenRequests()).hasSize(1);
	}

	@Test
	void asksOnceFromColdWithManyThreads() throws Exception {
		LMS.tokens(FaultyLms.token("token-1").withFixedDelay(200));
		ExecutorService threads = Executors.newFixedThreadPool(32);
		try {
			List<Future<Outcome>> replies = new ArrayList<>();
			for (int i = 0; i < 32; i++) {
				replies.add(threads.submit(this::sendScore));
			}
			for (Future<Outcome> reply : replies) {
				assertThat(reply.get()).isEqualTo(Outcome.ACCEPTED);
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(tokenRequests()).hasSize(1);
	}

	@Test
	void failureIsNotKept() {
		LMS.tokens(aResponse().withStatus(503));
		sendScore();
		LMS.healthy();
		assertThat(sendScore()).isEqualTo(Outcome.ACCEPTED);
	}

	@Test
	void slowTokenEndpointDelaysNoOther() throws Exception {
		LMS.tokens(FaultyLms.token("token-1").withFixedDelay(3_000));
		LMS.server().stubFor(post(urlPathEqualTo("/quick")).willReturn(FaultyLms.token("token-2")));
		ExecutorService threads = Executors.newFixedThreadPool(16);
		try {
			List<Future<Outcome>> slow = new ArrayList<>();
			for (int i = 0; i < 16; i++) {
				ClientRegistration lms = FaultyLms.registration("slow-" + i, LMS.server().baseUrl(),
						LMS.server().baseUrl() + FaultyLms.TOKEN_PATH);
				slow.add(threads.submit(() -> Outcome.of(this.client, lms, LMS.lineItem())));
			}
			for (int i = 0; i < 16; i++) {
				Outcome.of(this.client,
						FaultyLms.registration("quick-" + i, LMS.server().baseUrl(), LMS.server().baseUrl() + "/quick"),
						LMS.lineItem());
			}
			assertThat(slow).noneMatch(Future::isDone);
			for (Future<Outcome> outcome : slow) {
				assertThat(outcome.get()).isEqualTo(Outcome.ACCEPTED);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@ParameterizedTest
	@CsvSource({ "59, 2", "600, 1" })
	@DisplayName("case 132: a token is kept until a minute before it expires")
	void keepsTokenUntilAMinuteBeforeItExpires(int life, int requests) {
		LMS.tokens(
				aResponse().withBody("{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":" + life + "}"));
		sendScore();
		sendScore();
		assertThat(tokenRequests()).hasSize(requests);
	}

	@Test
	@DisplayName("case 157: a token of one platform is not used for another")
	void asksAgainWhenRegistrationIsAnother() {
		sendScore();
		this.client.post(
				FaultyLms.registration("r2", LMS.server().baseUrl(), LMS.server().baseUrl() + FaultyLms.TOKEN_PATH),
				LMS.lineItem(), FaultyLms.score());
		assertThat(tokenRequests()).hasSize(2);
	}

	@Test
	void sendsFormAsOAuthSaysIt() {
		sendScore();
		assertThat(form("grant_type")).isEqualTo("client_credentials");
		assertThat(form("client_assertion_type")).isEqualTo("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
		assertThat(form("scope")).isEqualTo(ScoreClient.SCOPE);
	}

	@Test
	@DisplayName("case 131: the assertion is signed with our key")
	void signsAssertionWithOurKey() throws ParseException, JOSEException {
		sendScore();
		assertThat(assertion().verify(new RSASSAVerifier(FaultyLms.KEY.toRSAPublicKey()))).isTrue();
	}

	@Test
	void namesKeyAndTypeInHeaderOfAssertion() throws ParseException {
		sendScore();
		assertThat(assertion().getHeader().toJSONObject()).containsEntry("kid", "tool-key")
			.containsEntry("typ", "JWT")
			.containsEntry("alg", "RS256");
	}

	@Test
	@DisplayName("case 131: the assertion says who asks whom")
	void saysWhoAsksWhomInAssertion() throws ParseException {
		sendScore();
		assertThat(assertion().getJWTClaimsSet().getIssuer()).isEqualTo("client-1");
		assertThat(assertion().getJWTClaimsSet().getSubject()).isEqualTo("client-1");
		assertThat(assertion().getJWTClaimsSet().getAudience())
			.containsExactly(LMS.server().baseUrl() + FaultyLms.TOKEN_PATH);
	}

	@Test
	@DisplayName("case X8: the assertion is dated a little back and has no nbf")
	void backdatesAssertionAndKeepsItShort() throws ParseException {
		Instant now = Instant.parse("2026-11-24T08:00:00Z");
		LMS.client(Clock.fixed(now, ZoneOffset.UTC)).post(LMS.registration(), LMS.lineItem(), FaultyLms.score());
		assertThat(assertion().getJWTClaimsSet().getIssueTime().toInstant()).isEqualTo("2026-11-24T07:59:55Z");
		assertThat(assertion().getJWTClaimsSet().getExpirationTime().toInstant()).isEqualTo("2026-11-24T08:00:55Z");
		assertThat(assertion().getJWTClaimsSet().getNotBeforeTime()).isNull();
	}

	@Test
	@DisplayName("case 131: each assertion has an id of its own")
	void givesEachAssertionAnIdOfItsOwn() throws ParseException {
		sendScore();
		LMS.client().post(LMS.registration(), LMS.lineItem(), FaultyLms.score());
		List<LoggedRequest> requests = tokenRequests();
		assertThat(assertion(requests.get(0)).getJWTClaimsSet().getJWTID())
			.isNotEqualTo(assertion(requests.get(1)).getJWTClaimsSet().getJWTID());
	}

	@Test
	@DisplayName("case 135: a token that is not taken is replaced once")
	void replacesTokenOnceWhenItIsNotTaken() {
		refuseFirstToken();
		assertThat(sendScore()).isEqualTo(Outcome.ACCEPTED);
		assertThat(tokenRequests()).hasSize(2);
	}

	@Test
	@DisplayName("case 135: after a second token it gives up")
	void givesUpAfterSecondTokenIsNotTaken() {
		LMS.scores(aResponse().withStatus(401));
		assertThat(sendScore()).isEqualTo(Outcome.failed(Reason.NOT_AUTHORIZED));
		LMS.server().verify(2, postRequestedFor(urlPathEqualTo(FaultyLms.SCORES_PATH)));
	}

	@ParameterizedTest
	@MethodSource
	@DisplayName("case 133, 134: the answer of the token endpoint is read for what it means")
	void readsAnswerOfTokenEndpoint(ResponseDefinitionBuilder answer, Outcome expected) {
		LMS.tokens(answer);
		assertThat(sendScore()).isEqualTo(expected);
	}

	static Stream<Arguments> readsAnswerOfTokenEndpoint() {
		Outcome noToken = Outcome.failed(Reason.NO_TOKEN);
		Outcome noScope = Outcome.failed(Reason.SCOPE_MISSING);
		return Stream.of(arguments(aResponse().withStatus(400).withBody("{\"error\":\"invalid_client\"}"), noToken),
				arguments(aResponse().withStatus(400).withBody("{\"error\" : \"\"kid\" invalid, unable to lookup\"}"),
						noToken),
				arguments(aResponse().withStatus(400), noToken), arguments(aResponse().withStatus(401), noToken),
				arguments(aResponse().withStatus(400).withBody("{\"error\":\"invalid_scope\"}"), noScope),
				arguments(aResponse().withBody("{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":3600,"
						+ "\"scope\":\"https://purl.imsglobal.org/spec/lti-ags/scope/lineitem\"}"), noScope),
				arguments(aResponse().withBody("{\"token_type\":\"Bearer\"}"), noToken),
				arguments(aResponse().withBody("<html>Maintenance</html>"), noToken),
				arguments(aResponse().withBody(""), noToken),
				arguments(
						aResponse()
							.withBody("{\"access_token\":\"t\",\"token_type\":\"bearer\",\"expires_in\":\"3600\"}"),
						Outcome.ACCEPTED),
				arguments(aResponse().withStatus(503).withHeader("Retry-After", "60"),
						Outcome.later(Duration.ofMinutes(1))),
				arguments(aResponse().withStatus(302).withHeader("Location", "/login"), Outcome.failed(Reason.MOVED)),
				arguments(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), Outcome.failed(Reason.UNREACHABLE)));
	}

	@Test
	void waitsNoLongerThanAllowedForToken() {
		LMS.tokens(FaultyLms.token("token-1").withFixedDelay(60_000));
		assertThat(Outcome.of(LMS.impatientClient(), LMS.registration(), LMS.lineItem()))
			.isEqualTo(Outcome.failed(Reason.UNREACHABLE));
	}

	@Test
	@DisplayName("case 156: neither token nor assertion is logged")
	void neitherLogsTokenNorAssertion(CapturedOutput output) {
		LMS.tokens(aResponse().withStatus(400).withBody("{\"error\":\"no such thing as eyJ\"}"));
		sendScore();
		LMS.healthy();
		LMS.scores(aResponse().withStatus(400));
		sendScore();
		assertThat(output).doesNotContain("eyJ", "token-1");
	}

	private static void refuseFirstToken() {
		LMS.server()
			.stubFor(post(urlPathEqualTo(FaultyLms.TOKEN_PATH)).inScenario("renewal")
				.whenScenarioStateIs(Scenario.STARTED)
				.willReturn(FaultyLms.token("stale"))
				.willSetStateTo("renewed"));
		LMS.server()
			.stubFor(post(urlPathEqualTo(FaultyLms.TOKEN_PATH)).inScenario("renewal")
				.whenScenarioStateIs("renewed")
				.willReturn(FaultyLms.token("fresh")));
		LMS.server()
			.stubFor(post(urlPathEqualTo(FaultyLms.SCORES_PATH)).withHeader("Authorization", equalTo("Bearer stale"))
				.willReturn(aResponse().withStatus(401)));
	}

	private Outcome sendScore() {
		return Outcome.of(this.client, LMS.registration(), LMS.lineItem());
	}

	private static List<LoggedRequest> tokenRequests() {
		return LMS.server().findAll(postRequestedFor(urlPathEqualTo(FaultyLms.TOKEN_PATH)));
	}

	private static String form(String parameter) {
		FormParameter form = tokenRequests().get(0).formParameter(parameter);
		return form.firstValue();
	}

	private static SignedJWT assertion() throws ParseException {
		return assertion(tokenRequests().get(0));
	}

	private static SignedJWT assertion(LoggedRequest request) throws ParseException {
		return SignedJWT.parse(request.formParameter("client_assertion").firstValue());
	}

}
