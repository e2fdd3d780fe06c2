package org.mentorprep.lti.service;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The registration with an LMS (LTI 1.3 core, section 3.1.3) as far as its services need
 * it: who asks for tokens, where, and which hosts may see them.
 *
 * @param id names the registration here; tokens of one are never used for another
 * @param issuer as the LMS calls itself
 */
public record Registration(String id, String issuer, String clientId, URI tokenEndpoint) {

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	/**
	 * Whether a service address belongs to the LMS itself. An address comes with a launch
	 * and a bearer token opens the gradebook, so it goes to no other host (1EdTech
	 * security framework 1.0, section 4) and never in clear text but on loopback.
	 */
	boolean owns(URI address) {
		String host = host(address);
		return host != null && address.getRawUserInfo() == null && encrypted(address, host)
				&& (host.equals(host(this.tokenEndpoint)) || host.equals(issuerHost()));
	}

	private static boolean encrypted(URI address, String host) {
		return "https".equalsIgnoreCase(address.getScheme())
				|| ("http".equalsIgnoreCase(address.getScheme()) && LOOPBACK.contains(host));
	}

	private @Nullable String issuerHost() {
		try {
			return host(URI.create(this.issuer));
		}
		catch (IllegalArgumentException ex) {
			// An issuer need not be an address.
			return null;
		}
	}

	private static @Nullable String host(URI address) {
		String host = address.getHost();
		return (host != null) ? host.toLowerCase(Locale.ROOT) : null;
	}

}
