package org.mentorprep.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Which LMS an answer concerns, and so may show it in its frame, when there is no session
 * that says so: without it the LMS would show an empty frame instead of what went wrong.
 */
public final class Framing {

	private static final String PLATFORM = Framing.class.getName();

	private Framing() {
	}

	/** The answer to this request may be framed by the platform. */
	public static void allow(HttpServletRequest request, Platform platform) {
		request.setAttribute(PLATFORM, platform);
	}

	/** The origins that may frame the answer to this request, as a policy words them. */
	public static Optional<String> allowed(HttpServletRequest request) {
		return platform(request).map(Framing::origins);
	}

	/** The platform that the request was found to be from. */
	public static Optional<Platform> platform(HttpServletRequest request) {
		return Optional.ofNullable((Platform) request.getAttribute(PLATFORM));
	}

	/** All sites of the LMS, as a policy words them. */
	public static String origins(Platform platform) {
		return String.join(" ", platform.origins());
	}

}
