package org.mentorprep.launch;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseCookie;

import org.mentorprep.platform.Secret;

/**
 * Finds out whether the browser keeps our cookies. In a window of its own it does; in the
 * frame of an LMS we are a third party, so that it is known only once a cookie came back.
 */
final class CookieCheck {

	/** Present in the second of the two logins that a check takes. */
	static final String PARAMETER = "check";

	/**
	 * Names an address of ours that leads to the LMS: its hint can be used once, so that
	 * a second click must not lead there again.
	 */
	private static final String ONCE = "once";

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{43}");

	private static final Set<String> FRAMES = Set.of("iframe", "frame");

	private CookieCheck() {
	}

	/**
	 * Whether this login is in a frame and brought no cookie of ours. Browsers that don't
	 * say where they are (Fetch Metadata, section 2.1) go on: a blocked cookie shows then
	 * at the launch.
	 */
	static boolean isUnsure(HttpServletRequest request) {
		return isFramed(request) && !hasCookie(request);
	}

	/** Whether the browser says that the answer will be in a frame. */
	static boolean isFramed(HttpServletRequest request) {
		String destination = request.getHeader("Sec-Fetch-Dest");
		return destination != null && FRAMES.contains(destination);
	}

	/** Whether the cookie was set one request ago: if it is not here, it is blocked. */
	static boolean isSecondLook(HttpServletRequest request) {
		return request.getParameter(PARAMETER) != null;
	}

	/** The name of the address that was opened; absent if it is not one of ours. */
	static @Nullable String once(HttpServletRequest request) {
		String once = request.getParameter(ONCE);
		return (once != null && NAME.matcher(once).matches()) ? once : null;
	}

	/** The address of a login with its name, the one it has or a new one. */
	static URI named(URI login, @Nullable String once) {
		return URI.create(login + "&" + ONCE + "=" + ((once != null) ? once : Secret.fresh()));
	}

	/** The cookie that shall come back. */
	static ResponseCookie probe() {
		return PendingLaunches.cookie(PARAMETER, "1", Duration.ofMinutes(5));
	}

	/**
	 * Of a launch, or of a session that may even be over: what counts is that it came.
	 */
	private static boolean hasCookie(HttpServletRequest request) {
		Cookie @Nullable [] cookies = request.getCookies();
		return request.getRequestedSessionId() != null || (cookies != null
				&& Stream.of(cookies).anyMatch((cookie) -> cookie.getName().startsWith(PendingLaunches.COOKIES)));
	}

	/**
	 * What the pages around the check of cookies need.
	 *
	 * @param login address of ours that begins the same login once more
	 */
	record LoginAgainPage(URI login) {
	}

}
