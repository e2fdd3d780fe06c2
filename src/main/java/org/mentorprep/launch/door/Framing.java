package org.mentorprep.launch.door;

import java.net.URI;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.mentorprep.platform.Platform;

/**
 * Which LMS may show an answer in its frame when there is no session that says so:
 * without it the LMS would show an empty frame instead of what went wrong.
 */
public final class Framing {

	private static final String ATTRIBUTE = Framing.class.getName();

	private Framing() {
	}

	/** The answer to this request may be framed by the platform. */
	public static void allow(HttpServletRequest request, Platform platform) {
		request.setAttribute(ATTRIBUTE, platform);
	}

	/** The origin that may frame the answer to this request. */
	public static Optional<String> allowed(HttpServletRequest request) {
		return platform(request).map(Framing::origin);
	}

	/** The platform that the request was found to be from. */
	static Optional<Platform> platform(HttpServletRequest request) {
		return Optional.ofNullable((Platform) request.getAttribute(ATTRIBUTE));
	}

	/** Where the LMS meets the browser: its issuer may be a name only. */
	static String origin(Platform platform) {
		return origin(platform.authorizationEndpoint());
	}

	static String origin(URI door) {
		return door.getScheme() + "://" + door.getHost() + ((door.getPort() != -1) ? ":" + door.getPort() : "");
	}

}
