package org.mentorprep.platform;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * An LMS we trust (LTI 1.3 core, section 3.1.3): one registration, that is one issuer and
 * one client id, with its deployments.
 *
 * @param name for people
 * @param issuer compared to the letter; not always a URL that leads anywhere
 * @param deploymentIds at least one; a launch must name one of them
 * @param state whether it counts
 */
public record Platform(PlatformId id, String name, String issuer, String clientId, Set<String> deploymentIds,
		URI authorizationEndpoint, URI tokenEndpoint, URI jwksUri, State state) {

	public Platform {
		deploymentIds = Set.copyOf(deploymentIds);
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
	 * platform's id.
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
