package org.mentorprep.launch;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

import org.mentorprep.launch.PendingLaunches.PendingLaunch;
import org.mentorprep.platform.Secret;

/**
 * Binds a login to the browser that began it, so that nobody can be signed in as somebody
 * else by a launch that a third person started. One cookie a login: several tabs keep out
 * of each other's way.
 */
final class BrowserBinding {

	private BrowserBinding() {
	}

	static ResponseCookie cookie(PendingLaunch pending, String secret) {
		return cookie(pending, secret, PendingLaunches.LIFE);
	}

	static ResponseCookie removal(PendingLaunch pending) {
		return cookie(pending, "", Duration.ZERO);
	}

	static boolean holds(HttpServletRequest request, PendingLaunch pending) {
		String secret = secret(request, pending);
		return secret != null && MessageDigest.isEqual(Secret.hash(secret).getBytes(StandardCharsets.US_ASCII),
				pending.binding().getBytes(StandardCharsets.US_ASCII));
	}

	private static @Nullable String secret(HttpServletRequest request, PendingLaunch pending) {
		var cookie = WebUtils.getCookie(request, CookieCheck.OURS + name(pending));
		return (cookie != null) ? cookie.getValue() : null;
	}

	private static ResponseCookie cookie(PendingLaunch pending, String value, Duration life) {
		return CookieCheck.cookie(name(pending), value, life);
	}

	private static String name(PendingLaunch pending) {
		return pending.state().substring(0, 8);
	}

}
