package org.mentorprep.launch;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseCookie;

/**
 * Finds out whether the browser keeps our cookies. In a window of its own it does; in the
 * frame of an LMS we are a third party, and then nobody knows until one came back.
 */
public final class CookieCheck {

	/** How the names of the cookies of a launch begin. */
	public static final String OURS = "__Host-launch-";

	/** Present in the second of the two logins that a check takes. */
	public static final String PARAMETER = "check";

	private static final Set<String> FRAMES = Set.of("iframe", "frame");

	private CookieCheck() {
	}

	/**
	 * Whether this login is in a frame and brought no cookie of ours. Browsers that don't
	 * say where they are (Fetch Metadata, section 2.1) go on: a blocked cookie shows then
	 * at the launch.
	 */
	public static boolean isUnsure(HttpServletRequest request) {
		String destination = request.getHeader("Sec-Fetch-Dest");
		return destination != null && FRAMES.contains(destination) && !hasCookie(request);
	}

	/** Whether the cookie was set one request ago: if it is not here, it is blocked. */
	public static boolean isSecondLook(HttpServletRequest request) {
		return request.getParameter(PARAMETER) != null;
	}

	/** The cookie that shall come back. */
	public static ResponseCookie probe() {
		return cookie(PARAMETER, "1", Duration.ofMinutes(5));
	}

	/** In the frame of an LMS we are a third party: None, Secure and Partitioned. */
	public static ResponseCookie cookie(String name, String value, Duration life) {
		return ResponseCookie.from(OURS + name, value)
			.path("/")
			.maxAge(life)
			.secure(true)
			.httpOnly(true)
			.sameSite("None")
			.partitioned(true)
			.build();
	}

	/**
	 * Of a launch, or of a session that may even be over: what counts is that it came.
	 */
	private static boolean hasCookie(HttpServletRequest request) {
		Cookie @Nullable [] cookies = request.getCookies();
		return request.getRequestedSessionId() != null
				|| (cookies != null && Stream.of(cookies).anyMatch((cookie) -> cookie.getName().startsWith(OURS)));
	}

	/**
	 * What the pages around the check of cookies need.
	 *
	 * @param login the same login once more, on our side of the door
	 */
	public record LoginAgainPage(URI login) {
	}

}
