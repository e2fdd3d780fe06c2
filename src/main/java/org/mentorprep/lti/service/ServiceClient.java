package org.mentorprep.lti.service;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

import org.mentorprep.lti.message.WireAddress;

/**
 * Calls services of an LMS with its access token. Addresses of services come with a
 * launch, and a bearer token opens the gradebook: it goes to the LMS's own sites only,
 * and never in clear text but on loopback (1EdTech Security Framework 1.0, section 3).
 */
@Component
class ServiceClient {

	private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

	private static final JsonMapper JSON = JsonMapper.shared();

	private final AccessTokens tokens;

	private final RestClient http;

	private final CallPermit permit;

	private final Clock clock;

	ServiceClient(ServiceProperties properties, SigningKey key, CallPermit permit, Clock clock) {
		ClientHttpRequestFactory requests = requests(properties);
		this.tokens = new AccessTokens(requests, key, clock);
		this.http = RestClient.builder().requestFactory(requests).build();
		this.permit = permit;
		this.clock = clock;
	}

	/**
	 * Time-outs on everything, no redirects (they could lead a token to another host),
	 * HTTP/1.1 because an upgrade header confuses some proxies in front of an LMS.
	 */
	private static ClientHttpRequestFactory requests(ServiceProperties properties) {
		HttpClient client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(properties.connectTimeout())
			.build();
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
		requests.setReadTimeout(properties.readTimeout());
		return requests;
	}

	/** With this clock responses are read that name a time. */
	Clock clock() {
		return this.clock;
	}

	/**
	 * Makes one call. If the LMS does not accept the access token, it is made once more
	 * with a new one.
	 * @param registration with the LMS; the scopes are set here
	 * @throws ServiceFailed if the call fails
	 */
	<T> T call(ClientRegistration registration, Set<String> scopes, URI address, Call<T> call) {
		if (WireAddress.isUnusable(address)) {
			throw new ServiceFailed(ServiceFailed.Reason.UNUSABLE_ADDRESS);
		}
		if (!isOwn(registration, address) || !mayBeCalled(registration, address)) {
			throw new ServiceFailed(ServiceFailed.Reason.FOREIGN_ADDRESS);
		}
		try {
			AccessTokens.Key key = AccessTokens.Key.of(registration, scopes);
			String token = this.tokens.get(key, registration);
			try {
				return call.with(this.http, token);
			}
			catch (ServiceFailed ex) {
				if (ex.reason() != ServiceFailed.Reason.NOT_AUTHORIZED) {
					throw ex;
				}
				this.tokens.drop(key, token);
				return call.with(this.http, this.tokens.get(key, registration));
			}
		}
		catch (ResourceAccessException ex) {
			ServiceFailed failed = new ServiceFailed(ServiceFailed.Reason.UNREACHABLE);
			throw (isUnconnected(ex) && isBesideTokens(registration, address)) ? failed.everywhere() : failed;
		}
	}

	/** No connection at all says something about the host, and not about a line item. */
	private static boolean isUnconnected(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
					|| cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException
					|| cause instanceof NoRouteToHostException || cause instanceof SSLException) {
				return true;
			}
		}
		return false;
	}

	private static boolean isBesideTokens(ClientRegistration registration, URI address) {
		return Objects.equals(authority(address),
				authority(WireAddress.read(registration.getProviderDetails().getTokenUri())));
	}

	/**
	 * Reads one page of a container: a JSON array, or an object with the array as one of
	 * its members.
	 * @param type the one media type to accept
	 * @param member the name of the array in an object, as {@code members} in NRPS 2.0
	 * @param most so many bytes are read of it at most
	 * @throws ServiceFailed if the page can't be read or has no such array
	 */
	Page page(ClientRegistration registration, Set<String> scopes, URI address, MediaType type, String member,
			int most) {
		return call(registration, scopes, address,
				(http, token) -> http.get()
					.uri(address)
					.accept(type)
					.headers((headers) -> headers.setBearerAuth(token))
					.exchangeForRequiredValue((request, response) -> page(response, address, member, most)));
	}

	private Page page(ClientHttpResponse response, URI address, String member, int most) throws IOException {
		if (!response.getStatusCode().is2xxSuccessful()) {
			throw ServiceFailed.of(response, this.clock);
		}
		try {
			byte[] body = response.getBody().readNBytes(most + 1);
			JsonNode container = (body.length <= most) ? JSON.readTree(body) : JSON.nullNode();
			JsonNode entries = container.isArray() ? container : container.path(member);
			if (entries.isArray()) {
				return new Page(container, entries, body.length,
						NextLink.of(response.getHeaders().getOrEmpty(HttpHeaders.LINK), address));
			}
		}
		catch (JacksonException ex) {
			// It is no container either.
		}
		throw new ServiceFailed(ServiceFailed.Reason.TRY_LATER);
	}

	/** Whether an address is at a site of the LMS itself. */
	static boolean isOwn(ClientRegistration registration, URI address) {
		String host = address.getHost();
		String authority = authority(address);
		ClientRegistration.ProviderDetails lms = registration.getProviderDetails();
		return host != null && authority != null && address.getRawUserInfo() == null && isPrivate(address, host)
				&& Stream.concat(Stream.of(lms.getTokenUri(), String.valueOf(lms.getIssuerUri())), sites(lms))
					.anyMatch((site) -> authority.equals(authority(WireAddress.read(site))));
	}

	private static Stream<String> sites(ClientRegistration.ProviderDetails lms) {
		return (lms.getConfigurationMetadata().get(CallPermit.SITES) instanceof Collection<?> sites)
				? sites.stream().map(String::valueOf) : Stream.empty();
	}

	private boolean mayBeCalled(ClientRegistration registration, URI address) {
		URI tokens = WireAddress.read(registration.getProviderDetails().getTokenUri());
		return tokens != null && this.permit.mayBeCalled(registration, address)
				&& this.permit.mayBeCalled(registration, tokens);
	}

	private static boolean isPrivate(URI address, String host) {
		return "https".equalsIgnoreCase(address.getScheme()) || ("http".equalsIgnoreCase(address.getScheme())
				&& LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches());
	}

	/** Host and port: another port can be another owner's program. */
	private static @Nullable String authority(@Nullable URI address) {
		if (address == null || address.getHost() == null) {
			return null;
		}
		int usual = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
		int port = (address.getPort() >= 0) ? address.getPort() : usual;
		return address.getHost().toLowerCase(Locale.ROOT) + ":" + port;
	}

	/** One call, which may be made twice. */
	@FunctionalInterface
	interface Call<T> {

		/** Throws {@link ServiceFailed} for anything but success. */
		T with(RestClient http, String token);

	}

	/**
	 * One page of a container.
	 *
	 * @param container the array or the object that came
	 * @param size in bytes
	 * @param next where the next page is; absent on the last
	 */
	record Page(JsonNode container, JsonNode entries, int size, @Nullable URI next) {
	}

}
