package org.mentorprep.lti.service;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

import org.mentorprep.lti.service.Score.ActivityProgress;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

/**
 * Services of an LMS with faults on order. Answers like Moodle unless told otherwise.
 */
class FaultyLms {

	static final RSAKey KEY = key();

	static final String TOKEN_PATH = "/mod/lti/token.php";

	static final String SCORES_PATH = "/mod/lti/services.php/2/lineitems/2/lineitem/scores";

	private final WireMockServer server = new WireMockServer(
			WireMockConfiguration.options().dynamicPort().containerThreads(80));

	FaultyLms() {
		this.server.start();
		healthy();
	}

	/** Forgets all faults and all requests. */
	void healthy() {
		this.server.resetAll();
		tokens(token("token-1"));
		scores(aResponse().withStatus(200));
	}

	void tokens(ResponseDefinitionBuilder answer) {
		this.server.stubFor(post(urlPathEqualTo(TOKEN_PATH)).willReturn(answer));
	}

	void scores(ResponseDefinitionBuilder answer) {
		this.server.stubFor(post(urlPathEqualTo(SCORES_PATH)).willReturn(answer));
	}

	/** As Moodle answers: JSON that is called text/html. */
	static ResponseDefinitionBuilder token(String token) {
		return aResponse().withHeader("Content-Type", "text/html; charset=utf-8")
			.withBody("{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"scope\":\""
					+ ScoreClient.SCOPE + "\"}");
	}

	WireMockServer server() {
		return this.server;
	}

	URI lineItem() {
		return URI.create(this.server.baseUrl() + "/mod/lti/services.php/2/lineitems/2/lineitem?type_id=1");
	}

	ClientRegistration registration() {
		return registration("r1", this.server.baseUrl(), this.server.baseUrl() + TOKEN_PATH);
	}

	static ClientRegistration registration(String id, String issuer, String tokenEndpoint) {
		return ClientRegistration.withRegistrationId(id)
			.clientId("client-1")
			.clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.issuerUri(issuer)
			.tokenUri(tokenEndpoint)
			.build();
	}

	ScoreClient client() {
		return client(Clock.systemUTC());
	}

	ScoreClient client(Clock clock) {
		return client(clock, Duration.ofSeconds(20));
	}

	/** Gives up so soon that only a test of giving up may use it. */
	ScoreClient impatientClient() {
		return client(Clock.systemUTC(), Duration.ofMillis(300));
	}

	private ScoreClient client(Clock clock, Duration patience) {
		return new ScoreClient(calls(clock, patience));
	}

	ResultClient results() {
		return new ResultClient(calls(Clock.systemUTC(), Duration.ofSeconds(20)));
	}

	LineItemClient lineItems() {
		return new LineItemClient(calls(Clock.systemUTC(), Duration.ofSeconds(20)));
	}

	ServiceClient serviceClient() {
		return calls(Clock.systemUTC(), Duration.ofSeconds(20));
	}

	private static ServiceClient calls(Clock clock, Duration patience) {
		return new ServiceClient(new ServiceProperties(patience, patience), () -> KEY, (registration, address) -> true,
				clock);
	}

	static Score score() {
		return new Score("42", 69, 100, ActivityProgress.IN_PROGRESS, "Not completed yet.\nStill to do: \u2018A\u2019",
				Instant.parse("2026-11-24T08:15:54.987Z"));
	}

	void stop() {
		this.server.stop();
	}

	private static RSAKey key() {
		try {
			return new RSAKeyGenerator(2048).keyID("tool-key").algorithm(JWSAlgorithm.RS256).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
