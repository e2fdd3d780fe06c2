package org.mentorprep.lti.service;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientCredentialsOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.ResourceAccessException;

/**
 * The access tokens in use: one for each registration and set of scopes, asked for when
 * it is needed, kept in memory until a minute before it expires.
 */
final class AccessTokens {

	/** Spring keeps tokens for somebody; ours are for the tool itself. */
	private static final String PRINCIPAL = "tool";

	private final Map<String, ClientRegistration> registrations = new ConcurrentHashMap<>();

	private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

	private final OAuth2AuthorizedClientService kept = new InMemoryOAuth2AuthorizedClientService(
			this.registrations::get);

	private final AuthorizedClientServiceOAuth2AuthorizedClientManager manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(
			this.registrations::get, this.kept);

	AccessTokens(TokenEndpoint endpoint) {
		ClientCredentialsOAuth2AuthorizedClientProvider provider = new ClientCredentialsOAuth2AuthorizedClientProvider();
		provider.setAccessTokenResponseClient(endpoint);
		this.manager.setAuthorizedClientProvider(provider);
	}

	/**
	 * A token for all the scopes. Whoever comes while one is being fetched waits for it
	 * instead of fetching another.
	 * @throws ServiceFailed if the LMS gives none
	 */
	String get(ClientRegistration registration, Set<String> scopes) {
		String name = name(registration, scopes);
		ReentrantLock lock = this.locks.computeIfAbsent(name, (key) -> new ReentrantLock());
		lock.lock();
		try {
			this.registrations.computeIfAbsent(name, (key) -> named(key, registration, scopes));
			OAuth2AccessToken token = authorize(name);
			// The scope member is left out when all was granted (RFC 6749, section 5.1).
			if (!token.getScopes().isEmpty() && !token.getScopes().containsAll(scopes)) {
				this.kept.removeAuthorizedClient(name, PRINCIPAL);
				throw new ServiceFailed(ScoreReply.Reason.SCOPE_MISSING);
			}
			return token.getTokenValue();
		}
		finally {
			lock.unlock();
		}
	}

	/** Forgets a token that the LMS did not take, unless it was replaced meanwhile. */
	void drop(ClientRegistration registration, Set<String> scopes, String token) {
		String name = name(registration, scopes);
		OAuth2AuthorizedClient client = this.kept.loadAuthorizedClient(name, PRINCIPAL);
		if (client != null && client.getAccessToken().getTokenValue().equals(token)) {
			this.kept.removeAuthorizedClient(name, PRINCIPAL);
		}
	}

	private OAuth2AccessToken authorize(String name) {
		try {
			OAuth2AuthorizedClient client = this.manager
				.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(name).principal(PRINCIPAL).build());
			if (client == null) {
				throw new ServiceFailed(ScoreReply.Reason.NO_TOKEN);
			}
			return client.getAccessToken();
		}
		catch (OAuth2AuthorizationException ex) {
			throw new ServiceFailed(
					unanswered(ex) ? new ScoreReply.Unreachable() : new ScoreReply.Refused(ScoreReply.Reason.NO_TOKEN));
		}
	}

	private static boolean unanswered(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ResourceAccessException) {
				return true;
			}
		}
		return false;
	}

	/** All that a token depends on: a changed registration gets a new one. */
	private static String name(ClientRegistration registration, Set<String> scopes) {
		return String.join(" ", registration.getRegistrationId(), registration.getClientId(),
				registration.getProviderDetails().getTokenUri(), String.join(" ", new TreeSet<>(scopes)));
	}

	private static ClientRegistration named(String name, ClientRegistration registration, Set<String> scopes) {
		return ClientRegistration.withClientRegistration(registration).registrationId(name).scope(scopes).build();
	}

}
