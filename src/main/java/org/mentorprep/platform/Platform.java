package org.mentorprep.platform;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

import org.mentorprep.lti.service.CallPermit;

/**
 * An LMS we trust (LTI 1.3 core, section 3.1.3): one registration, that is one issuer and
 * one client id, with its deployments.
 *
 * @param name for people
 * @param issuer compared to the letter; not always a URL that leads anywhere
 * @param deploymentIds a launch must name one of them; none until one was accepted
 * @param tokenAudience in whose name an access token is asked for; absent if it is the
 * token endpoint
 * @param sites origins of the LMS beside those of its issuer and endpoints: where it may
 * show pages and offer services
 * @param roles what the roles of its launches give
 * @param state whether it counts
 */
public record Platform(PlatformId id, String name, String issuer, String clientId, Set<String> deploymentIds,
		URI authorizationEndpoint, URI tokenEndpoint, URI jwksUri, @Nullable String tokenAudience, Set<String> sites,
		RoleMapping roles, State state) {

	public Platform {
		deploymentIds = Set.copyOf(deploymentIds);
		sites = Set.copyOf(sites);
	}

	/** An LMS that is one host, and of which nothing is unusual. */
	public Platform(PlatformId id, String name, String issuer, String clientId, Set<String> deploymentIds,
			URI authorizationEndpoint, URI tokenEndpoint, URI jwksUri, State state) {
		this(id, name, issuer, clientId, deploymentIds, authorizationEndpoint, tokenEndpoint, jwksUri, null, Set.of(),
				RoleMapping.DEFAULT, state);
	}

	/**
	 * Every origin of the LMS: those where people sign in and tokens are given, that of
	 * the issuer if it is an address, and the sites. Whatever an LMS names elsewhere is
	 * not shown to anybody, and no token goes there.
	 */
	public Set<String> origins() {
		Set<String> origins = new TreeSet<>(this.sites);
		origins.add(WebAddress.origin(this.authorizationEndpoint));
		origins.add(WebAddress.origin(this.tokenEndpoint));
		if (WebAddress.problem(this.issuer) == null) {
			origins.add(WebAddress.origin(URI.create(this.issuer)));
		}
		return origins;
	}

	/** Whether an address is at a site of the LMS. */
	public boolean holds(@Nullable URI address) {
		return address != null && address.getScheme() != null && address.getHost() != null
				&& address.getRawUserInfo() == null && origins().contains(WebAddress.origin(address));
	}

	/** Whether grades are sent there. */
	public boolean enabled() {
		return this.state == State.ENABLED;
	}

	/**
	 * Whether a launch may come from there: a pending one's first valid launch enables.
	 */
	public boolean letsIn() {
		return this.state != State.DISABLED;
	}

	/**
	 * The same registration in the words of Spring Security, for its checks of an
	 * id_token and for its token client (1EdTech Security Framework 1.0, section 4.1.1:
	 * client credentials, proved by a JWT that we sign). The registration id is the
	 * platform's id; its metadata is what Spring has no field for.
	 */
	public ClientRegistration registration() {
		return ClientRegistration.withRegistrationId(this.id.toString())
			.clientName(this.name)
			.clientId(this.clientId)
			.clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.issuerUri(this.issuer)
			.authorizationUri(this.authorizationEndpoint.toString())
			.tokenUri(this.tokenEndpoint.toString())
			.jwkSetUri(this.jwksUri.toString())
			.providerConfigurationMetadata(Map.of(CallPermit.SITES, origins(), CallPermit.TOKEN_AUDIENCE,
					Objects.requireNonNullElse(this.tokenAudience, "")))
			.build();
	}

	/** How a registration came here, and so who may change it. */
	public enum Origin {

		/** By the platforms file, which alone changes it. */
		FILE,

		/** By the LMS itself, with an invitation of the operator. */
		DYNAMIC,

		/** Typed in by the operator. */
		BY_HAND;

		/** Its name at the end of message keys. */
		public String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/** Whether a registration counts. */
	public enum State {

		/** Registered by the LMS; its first valid launch, or the operator, enables it. */
		PENDING,

		/** Launches are let in and grades sent. */
		ENABLED,

		/** Nobody is let in and nothing sent; what is known stays. */
		DISABLED;

		/** Its name at the end of message keys. */
		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
