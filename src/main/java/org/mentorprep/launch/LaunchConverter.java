package org.mentorprep.launch;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;

import org.jspecify.annotations.Nullable;

import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.stereotype.Component;

import org.mentorprep.launch.LaunchAuthentication.LaunchAttempt;
import org.mentorprep.launch.PendingLaunches.PendingLaunch;
import org.mentorprep.platform.Framing;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.Platforms;

/**
 * Finds the login that a launch answers and checks that it is this browser's. Nothing is
 * spent here: a forged launch must not burn a genuine login.
 */
@Component
class LaunchConverter implements AuthenticationConverter {

	private static final int LONGEST_QUOTE = 300;

	private final PendingLaunches pendingLaunches;

	private final Platforms platforms;

	private final Clock clock;

	LaunchConverter(PendingLaunches pendingLaunches, Platforms platforms, Clock clock) {
		this.pendingLaunches = pendingLaunches;
		this.platforms = platforms;
		this.clock = clock;
	}

	@Override
	public LaunchAttempt convert(HttpServletRequest request) {
		PendingLaunch pending = pending(request);
		Platform platform = this.platforms.find(pending.platform())
			.orElseThrow(() -> new LaunchRefused(LaunchRefused.Reason.STATE_UNKNOWN, "The registration is gone"));
		Framing.allow(request, platform);
		if (pending.spent()) {
			throw new LaunchRefused(LaunchRefused.Reason.ALREADY_USED,
					"1EdTech security framework 1.0, 5.1.1.1: the login was finished by another request");
		}
		if (pending.isLate(this.clock.instant())) {
			throw new LaunchRefused(LaunchRefused.Reason.TOO_LATE, "The login was begun too long ago");
		}
		if (!BrowserBinding.holds(request, pending)) {
			throw new LaunchRefused(LaunchRefused.Reason.COOKIE_BLOCKED,
					"1EdTech security framework 1.0, 5.1.1.1: the login was not begun in this browser");
		}
		if (request.getParameter("error") != null) {
			this.pendingLaunches.spend(pending);
			throw new LaunchRefused(LaunchRefused.Reason.PLATFORM_ERROR,
					"OpenID Connect core, 3.1.2.6: the LMS answered with an error", quote(request));
		}
		return new LaunchAttempt(platform, pending, only(request, "id_token"));
	}

	/** Of two nobody could say which was checked. */
	private static String only(HttpServletRequest request, String name) {
		String[] values = request.getParameterValues(name);
		if (values == null || values.length != 1 || values[0].isBlank()) {
			throw new LaunchRefused(LaunchRefused.Reason.MALFORMED,
					"1EdTech security framework 1.0, 5.1.1.3: there is not exactly one " + name);
		}
		return values[0];
	}

	private PendingLaunch pending(HttpServletRequest request) {
		return this.pendingLaunches.find(only(request, "state"))
			.orElseThrow(() -> new LaunchRefused(LaunchRefused.Reason.STATE_UNKNOWN, "No login waits for this state"));
	}

	/** What the LMS says to people; the page escapes it. */
	private static @Nullable String quote(HttpServletRequest request) {
		String description = request.getParameter("error_description");
		String quote = (description != null) ? description : request.getParameter("error");
		return (quote.length() <= LONGEST_QUOTE) ? quote : quote.substring(0, LONGEST_QUOTE);
	}

}
