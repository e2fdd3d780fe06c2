package org.mentorprep.lti.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * The access tokens in use: client credentials with a signed assertion (1EdTech security
 * framework 1.0, section 4.1), kept in memory until a minute before they expire. Each key
 * loads by itself, so that a slow LMS delays no other.
 */
final class AccessTokens {

	private static final Logger log = LoggerFactory.getLogger(AccessTokens.class);

	/** Moodle refuses an assertion issued a single second ahead of its clock. */
	private static final Duration BACKDATED = Duration.ofSeconds(5);

	private static final Duration ASSERTION_LIFE = Duration.ofSeconds(60);

	/** A token is not used in its last minute. */
	private static final Duration MARGIN = Duration.ofMinutes(1);

	private static final int LONGEST_ERROR = 4096;

	/** Even a token full of claims is a tenth of that. */
	private static final int LARGEST = 64 * 1024;

	private static final JsonMapper JSON = JsonMapper.shared();

	private final AsyncCache<Key, Loaded> cache = Caffeine.newBuilder()
		.expireAfter(Expiry.<Key, Loaded>writing((key, loaded) -> loaded.use()))
		.buildAsync();

	private final RestClientClientCredentialsTokenResponseClient endpoint = new RestClientClientCredentialsTokenResponseClient();

	private final Clock clock;

	AccessTokens(ClientHttpRequestFactory requests, SigningKey key, Clock clock) {
		this.clock = clock;
		this.endpoint.setRestClient(restClient(requests));
		this.endpoint.addParametersConverter(assertions(key));
	}

	private RestClient restClient(ClientHttpRequestFactory requests) {
		OAuth2AccessTokenResponseHttpMessageConverter tokens = new ShortResponses();
		// Moodle calls its JSON text/html.
		tokens.setSupportedMediaTypes(List.of(MediaType.ALL));
		return RestClient.builder()
			.requestFactory(requests)
			.configureMessageConverters((converters) -> converters.addCustomConverter(tokens))
			.defaultStatusHandler((status) -> !status.is2xxSuccessful(), (request, response) -> {
				throw failed(response);
			})
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
			String audience = audience(assertion.getAuthorizationGrantRequest().getClientRegistration());
			if (!audience.isEmpty()) {
				assertion.getClaims().audience(List.of(audience));
			}
		});
		return assertions;
	}

	/** Empty for the token endpoint, which is what Spring names by itself. */
	private static String audience(ClientRegistration registration) {
		Object audience = registration.getProviderDetails().getConfigurationMetadata().get(CallPermit.TOKEN_AUDIENCE);
		return (audience != null) ? audience.toString() : "";
	}

	/**
	 * A token for all scopes of the key. Whoever comes while it is being fetched waits
	 * for it.
	 * @throws ServiceFailed if the LMS gives none
	 */
	String get(Key key, ClientRegistration registration) {
		CompletableFuture<Loaded> mine = new CompletableFuture<>();
		CompletableFuture<Loaded> others = this.cache.asMap().putIfAbsent(key, mine);
		if (others == null) {
			try {
				mine.complete(load(key, registration));
			}
			finally {
				// Without effect but after an error, which leaves nothing in the cache.
				mine.cancel(false);
			}
		}
		return ((others != null) ? others : mine).join().get();
	}

	/**
	 * Forgets a token that the LMS did not accept, unless it was replaced meanwhile.
	 */
	void drop(Key key, String value) {
		this.cache.synchronous()
			.asMap()
			.computeIfPresent(key, (same, loaded) -> value.equals(loaded.token()) ? null : loaded);
	}

	private Loaded load(Key key, ClientRegistration registration) {
		try {
			OAuth2AccessToken token = fetch(key, registration);
			Instant from = token.getIssuedAt();
			Instant until = token.getExpiresAt();
			Duration use = (from != null && until != null) ? Duration.between(from, until).minus(MARGIN)
					: Duration.ZERO;
			return new Loaded(token.getTokenValue(), null, use.isNegative() ? Duration.ZERO : use);
		}
		catch (ServiceFailed ex) {
			return new Loaded(null, ex.everywhere(), Duration.ZERO);
		}
		catch (RuntimeException ex) {
			// Our key, or a token endpoint that can't be called: no grade is to blame.
			log.error("No access token of {} could be asked for: {}", key.registrationId(), ex.getClass().getName());
			return new Loaded(null, new ServiceFailed(ServiceFailed.Reason.NO_TOKEN).everywhere(), Duration.ZERO);
		}
	}

	private OAuth2AccessToken fetch(Key key, ClientRegistration registration) {
		try {
			OAuth2AccessToken token = this.endpoint
				.getTokenResponse(new OAuth2ClientCredentialsGrantRequest(
						ClientRegistration.withClientRegistration(registration).scope(key.scopes()).build()))
				.getAccessToken();
			// The scope member is left out when all was granted (RFC 6749, section 5.1).
			if (!token.getScopes().isEmpty() && !token.getScopes().containsAll(key.scopes())) {
				throw new ServiceFailed(ServiceFailed.Reason.SCOPE_MISSING);
			}
			return token;
		}
		catch (OAuth2AuthorizationException ex) {
			throw new ServiceFailed(
					isUnanswered(ex) ? ServiceFailed.Reason.UNREACHABLE : ServiceFailed.Reason.NO_TOKEN);
		}
	}

	private static boolean isUnanswered(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ResourceAccessException) {
				return true;
			}
		}
		return false;
	}

	private ServiceFailed failed(ClientHttpResponse response) throws IOException {
		HttpStatusCode status = response.getStatusCode();
		if (status.is3xxRedirection()) {
			return new ServiceFailed(ServiceFailed.Reason.MOVED);
		}
		if (status.is5xxServerError() || ServiceFailed.meansLater(status)) {
			return ServiceFailed.later(response, this.clock);
		}
		boolean scope = OAuth2ErrorCodes.INVALID_SCOPE.equals(error(response));
		return new ServiceFailed(scope ? ServiceFailed.Reason.SCOPE_MISSING : ServiceFailed.Reason.NO_TOKEN);
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

	/** All that a token depends on: a changed registration gets a new one. */
	record Key(String registrationId, String clientId, String tokenEndpoint, String audience, Set<String> scopes) {

		static Key of(ClientRegistration registration, Set<String> scopes) {
			return new Key(registration.getRegistrationId(), registration.getClientId(),
					registration.getProviderDetails().getTokenUri(), AccessTokens.audience(registration),
					Set.copyOf(scopes));
		}

	}

	/**
	 * What came of fetching a token: for all who wait for it, and for as long as it may
	 * be used.
	 *
	 * @param use zero for a failure, or a token that expires within a minute
	 */
	private record Loaded(@Nullable String token, @Nullable RuntimeException failure, Duration use) {

		String get() {
			if (this.token == null) {
				throw Objects.requireNonNull(this.failure);
			}
			return this.token;
		}

	}

	/** Reads no more of a response than a token can take, whatever an LMS sends. */
	private static final class ShortResponses extends OAuth2AccessTokenResponseHttpMessageConverter {

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

	/** What was read of a response. */
	private record Beginning(InputStream getBody, HttpHeaders getHeaders) implements HttpInputMessage {
	}

}
