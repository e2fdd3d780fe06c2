package org.mentorprep.lti.service;

import java.net.URI;
import java.time.Clock;
import java.util.Set;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * Calls services of an LMS with its access token: never on a foreign host, and with a
 * fresh token once when one is not taken.
 */
@Component
class ServiceClient {

	private static final ScoreReply UNAUTHORIZED = new ScoreReply.Refused(ScoreReply.Reason.NOT_AUTHORIZED);

	private final AccessTokens tokens;

	private final RestClient http;

	private final CallPermit permit;

	private final Clock clock;

	ServiceClient(ServiceProperties properties, SigningKey key, CallPermit permit, Clock clock) {
		ClientHttpRequestFactory requests = ServiceHttp.requests(properties);
		this.tokens = new AccessTokens(new TokenEndpoint(requests, key, clock));
		this.http = RestClient.builder().requestFactory(requests).build();
		this.permit = permit;
		this.clock = clock;
	}

	Clock clock() {
		return this.clock;
	}

	/**
	 * Makes one call.
	 * @param registration with the LMS; the scopes are set here
	 * @throws ServiceFailed if it came to nothing
	 */
	<T> T call(ClientRegistration registration, Set<String> scopes, URI address, Call<T> call) {
		if (!ServiceHosts.isOwn(registration, address) || !mayBeCalled(registration, address)) {
			throw new ServiceFailed(ScoreReply.Reason.FOREIGN_ADDRESS);
		}
		try {
			String token = this.tokens.get(registration, scopes);
			try {
				return call.with(this.http, token);
			}
			catch (ServiceFailed ex) {
				if (!ex.reply().equals(UNAUTHORIZED)) {
					throw ex;
				}
				this.tokens.drop(registration, scopes, token);
				return call.with(this.http, this.tokens.get(registration, scopes));
			}
		}
		catch (ResourceAccessException ex) {
			throw new ServiceFailed(new ScoreReply.Unreachable());
		}
	}

	private boolean mayBeCalled(ClientRegistration registration, URI address) {
		return this.permit.mayBeCalled(registration, address)
				&& this.permit.mayBeCalled(registration, URI.create(registration.getProviderDetails().getTokenUri()));
	}

	/** One call, which may be made twice. */
	@FunctionalInterface
	interface Call<T> {

		/** Throws {@link ServiceFailed} for anything but success. */
		T with(RestClient http, String token);

	}

}
