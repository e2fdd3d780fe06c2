package org.mentorprep.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/**
 * Which LMS may show an answer in its frame when there is no session that says so:
 * without it the LMS would show an empty frame instead of what went wrong.
 */
public final class Framing {

	private static final String ORIGIN = Framing.class.getName();

	private static final String PLATFORM = ORIGIN + ".platform";

	private Framing() {
	}

	/** The answer to this request may be framed by the platform. */
	public static void allow(HttpServletRequest request, Platform platform) {
		request.setAttribute(PLATFORM, platform);
		allow(request, origin(platform));
	}

	/** The answer to this request may be framed by pages of this origin. */
	public static void allow(HttpServletRequest request, String origin) {
		request.setAttribute(ORIGIN, origin);
	}

	/** The origin that may frame the answer to this request. */
	public static Optional<String> allowed(HttpServletRequest request) {
		return Optional.ofNullable((String) request.getAttribute(ORIGIN));
	}

	/** The platform that the request was found to be from. */
	public static Optional<Platform> platform(HttpServletRequest request) {
		return Optional.ofNullable((Platform) request.getAttribute(PLATFORM));
	}

	/** Where the LMS meets the browser: its issuer may be a name only. */
	public static String origin(Platform platform) {
		return origin(platform.authorizationEndpoint());
	}

	/** Scheme, host and port, as browsers word them in a policy. */
	public static String origin(URI address) {
		return address.getScheme() + "://" + address.getHost()
				+ ((address.getPort() != -1) ? ":" + address.getPort() : "");
	}

}
