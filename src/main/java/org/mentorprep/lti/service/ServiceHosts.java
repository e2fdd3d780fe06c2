package org.mentorprep.lti.service;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistration;

/**
 * Says whether an address belongs to the LMS itself. Addresses of services come with a
 * launch, and a bearer token opens the gradebook: it goes to no other host, and never in
 * clear text but on loopback (1EdTech Security Framework 1.0, section 3).
 */
final class ServiceHosts {

	private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

	private ServiceHosts() {
	}

	static boolean isOwn(ClientRegistration registration, URI address) {
		String host = address.getHost();
		String place = place(address);
		ClientRegistration.ProviderDetails lms = registration.getProviderDetails();
		return host != null && place != null && address.getRawUserInfo() == null && isPrivate(address, host)
				&& (place.equals(place(lms.getTokenUri())) || place.equals(place(lms.getIssuerUri())));
	}

	private static boolean isPrivate(URI address, String host) {
		return "https".equalsIgnoreCase(address.getScheme()) || ("http".equalsIgnoreCase(address.getScheme())
				&& LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches());
	}

	private static @Nullable String place(@Nullable String address) {
		try {
			return (address != null) ? place(URI.create(address)) : null;
		}
		catch (IllegalArgumentException ex) {
			// An issuer need not be an address.
			return null;
		}
	}

	/** Host and port: another port can be another owner's program. */
	private static @Nullable String place(URI address) {
		String host = address.getHost();
		if (host == null) {
			return null;
		}
		int usual = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
		int port = (address.getPort() >= 0) ? address.getPort() : usual;
		return host.toLowerCase(Locale.ROOT) + ":" + port;
	}

}
