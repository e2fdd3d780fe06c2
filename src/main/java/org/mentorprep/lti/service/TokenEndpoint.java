package org.mentorprep.lti.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/**
 * Asks an LMS for an access token: client credentials with a signed assertion (1EdTech
 * security framework 1.0, section 4.1).
 */
final class TokenEndpoint implements OAuth2AccessTokenResponseClient<OAuth2ClientCredentialsGrantRequest> {

	/**
	 * Moodle refuses an assertion whose issue lies ahead of its clock by a single second.
	 */
	private static final Duration BACKDATED = Duration.ofSeconds(5);

	private static final Duration ASSERTION_LIFE = Duration.ofSeconds(60);

	private static final int LONGEST_ERROR = 4096;

	/** Even a token full of claims is a tenth of that. */
	private static final int LARGEST = 64 * 1024;

	private static final JsonMapper JSON = JsonMapper.shared();

	private final RestClientClientCredentialsTokenResponseClient client = new RestClientClientCredentialsTokenResponseClient();

	private final Clock clock;

	TokenEndpoint(ClientHttpRequestFactory requests, SigningKey key, Clock clock) {
		this.clock = clock;
		this.client.setRestClient(restClient(requests));
		this.client.addParametersConverter(assertions(key));
	}

	@Override
	public OAuth2AccessTokenResponse getTokenResponse(OAuth2ClientCredentialsGrantRequest request) {
		return this.client.getTokenResponse(request);
	}

	private RestClient restClient(ClientHttpRequestFactory requests) {
		OAuth2AccessTokenResponseHttpMessageConverter tokens = new ShortAnswers();
		// Moodle calls its JSON text/html.
		tokens.setSupportedMediaTypes(List.of(MediaType.ALL));
		return RestClient.builder()
			.requestFactory(requests)
			.configureMessageConverters((converters) -> converters.addCustomConverter(tokens))
			.defaultStatusHandler((status) -> !status.is2xxSuccessful(), (request, response) -> refuse(response))
			.build();
	}

	private NimbusJwtClientAuthenticationParametersConverter<OAuth2ClientCredentialsGrantRequest> assertions(
			SigningKey key) {
		NimbusJwtClientAuthenticationParametersConverter<OAuth2ClientCredentialsGrantRequest> assertions = new NimbusJwtClientAuthenticationParametersConverter<>(
				(registration) -> key.current());
		assertions.setJwtClientAssertionCustomizer((assertion) -> {
			Instant issued = this.clock.instant().minus(BACKDATED);
			assertion.getHeaders().type("JWT");
			assertion.getClaims().issuedAt(issued).expiresAt(issued.plus(ASSERTION_LIFE));
		});
		return assertions;
	}

	private void refuse(ClientHttpResponse response) throws IOException {
		HttpStatusCode status = response.getStatusCode();
		HttpHeaders headers = response.getHeaders();
		if (status.is3xxRedirection() || status.is5xxServerError() || ScoreStatus.asksForPatience(status)) {
			throw new ServiceFailed(new ScoreReply.TryLater(ServiceHttp.retryAfter(headers, this.clock)));
		}
		boolean scope = OAuth2ErrorCodes.INVALID_SCOPE.equals(error(response));
		throw new ServiceFailed(
				new ScoreReply.Refused(scope ? ScoreReply.Reason.SCOPE_MISSING : ScoreReply.Reason.NO_TOKEN));
	}

	/** The error code (RFC 6749, section 5.2), if the body is one that can be read. */
	private static String error(ClientHttpResponse response) throws IOException {
		try {
			return JSON.readTree(response.getBody().readNBytes(LONGEST_ERROR)).path("error").asString("");
		}
		catch (JacksonException ex) {
			// Moodle puts raw texts into its error JSON, which breaks it.
			return "";
		}
	}

	/** Reads no more of an answer than a token can take, whatever an LMS sends. */
	private static final class ShortAnswers extends OAuth2AccessTokenResponseHttpMessageConverter {

		@Override
		protected OAuth2AccessTokenResponse readInternal(Class<? extends OAuth2AccessTokenResponse> type,
				HttpInputMessage message) {
			try {
				byte[] body = message.getBody().readNBytes(LARGEST);
				return super.readInternal(type, new Beginning(new ByteArrayInputStream(body), message.getHeaders()));
			}
			catch (IOException ex) {
				throw new HttpMessageNotReadableException("No token could be read", ex, message);
			}
		}

	}

	/** What was read of an answer. */
	private record Beginning(InputStream getBody, HttpHeaders getHeaders) implements HttpInputMessage {
	}

}
