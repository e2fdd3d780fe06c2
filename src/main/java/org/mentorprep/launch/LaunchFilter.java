package org.mentorprep.launch;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

import org.mentorprep.launch.LaunchAuthentication.LaunchAttempt;
import org.mentorprep.launch.PendingLaunches.PendingLaunch;
import org.mentorprep.platform.Framing;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.Platforms;

/**
 * Makes the filter that turns a launch into a session. It finds the login that the launch
 * answers, has the token checked and redirects to the activity.
 */
@Component
public class LaunchFilter {

	/** The URL of login initiations, by which a launch begins. */
	public static final String LOGIN = "/lti/login";

	/** The URL of launches. */
	public static final String LAUNCH = "/lti/launch";

	/** Shows the {@link LaunchRefused} that the request attribute of this name holds. */
	static final String REFUSED = "/lti/refused";

	private static final int LONGEST_QUOTE = 300;

	private final PendingLaunches pendingLaunches;

	private final Platforms platforms;

	private final LaunchAuthenticator authenticator;

	private final LaunchSessions sessions;

	private final Clock clock;

	LaunchFilter(PendingLaunches pendingLaunches, Platforms platforms, LaunchAuthenticator authenticator,
			LaunchSessions sessions, Clock clock) {
		this.pendingLaunches = pendingLaunches;
		this.platforms = platforms;
		this.authenticator = authenticator;
		this.sessions = sessions;
		this.clock = clock;
	}

	/**
	 * Spring Security's own filter.
	 * @param prepared what else a session needs before its first page
	 */
	public AbstractAuthenticationProcessingFilter filter(SessionAuthenticationStrategy prepared) {
		var launches = PathPatternRequestMatcher.pathPattern(HttpMethod.POST, LAUNCH);
		var filter = new AbstractAuthenticationProcessingFilter(launches, this::authenticate) {
		};
		filter.setAuthenticationConverter(this::attempt);
		filter.setSessionAuthenticationStrategy(
				new CompositeSessionAuthenticationStrategy(List.of(LaunchFilter::beginSession, prepared)));
		filter.setSecurityContextRepository(this.sessions);
		filter.setAuthenticationSuccessHandler(new LaunchSucceeded());
		filter.setAuthenticationFailureHandler(this::refuse);
		return filter;
	}

	/** Where the filter chain finds what launches left in the session. */
	public SecurityContextRepository sessions() {
		return this.sessions;
	}

	private Authentication authenticate(Authentication attempt) {
		try {
			return this.authenticator.authenticate(attempt);
		}
		catch (ConcurrencyFailureException | QueryTimeoutException ex) {
			throw new LaunchRefused(LaunchRefused.Reason.BUSY, "Others wrote the same for too long, try after try");
		}
	}

	/**
	 * Finds the login that a launch answers and checks that it was begun in this browser.
	 * Spends it only if the LMS itself ends it: a forged launch must not use up a genuine
	 * login.
	 */
	private LaunchAttempt attempt(HttpServletRequest request) {
		PendingLaunch pending = this.pendingLaunches.find(only("state", request))
			.orElseThrow(() -> new LaunchRefused(LaunchRefused.Reason.STATE_UNKNOWN, "No login waits for this state"));
		Platform platform = this.platforms.find(pending.platform())
			.orElseThrow(() -> new LaunchRefused(LaunchRefused.Reason.STATE_UNKNOWN, "The registration is gone"));
		Framing.allow(request, platform);
		check(pending, request);
		if (request.getParameter("error") != null) {
			this.pendingLaunches.spend(pending, null);
			throw new LaunchRefused(LaunchRefused.Reason.PLATFORM_ERROR,
					"OpenID Connect core, 3.1.2.6: the LMS answered with an error", quote(request));
		}
		LaunchAttempt attempt = new LaunchAttempt(platform, pending, only("id_token", request),
				CookieCheck.isFramed(request));
		request.setAttribute(LaunchSucceeded.FINISHED, pending);
		return attempt;
	}

	/**
	 * The browser that began the login may finish it twice at once: a double click, or an
	 * answer that got lost. Once it has our answer, its cookie of the login is gone.
	 */
	private void check(PendingLaunch pending, HttpServletRequest request) {
		boolean late = pending.isLate(this.clock.instant());
		if (pending.spent() && (late || !pending.isBoundTo(request))) {
			throw new LaunchRefused(LaunchRefused.Reason.ALREADY_USED,
					"1EdTech security framework 1.0, 5.1.1.1: the login was finished by another request");
		}
		if (late) {
			throw new LaunchRefused(LaunchRefused.Reason.TOO_LATE, "The login was begun too long ago");
		}
		if (!pending.isBoundTo(request)) {
			throw new LaunchRefused(LaunchRefused.Reason.COOKIE_BLOCKED,
					"1EdTech security framework 1.0, 5.1.1.1: the login was not begun in this browser");
		}
	}

	/** The one value of a parameter: of two nobody could say which was checked. */
	private static String only(String name, HttpServletRequest request) {
		String[] values = request.getParameterValues(name);
		if (values == null || values.length != 1 || values[0].isBlank()) {
			throw new LaunchRefused(LaunchRefused.Reason.MALFORMED,
					"1EdTech security framework 1.0, 5.1.1.3: there is not exactly one " + name);
		}
		return values[0];
	}

	/** What the LMS says to people, absent if it is blank; the page escapes it. */
	private static @Nullable String quote(HttpServletRequest request) {
		return Stream.of("error_description", "error")
			.map(request::getParameter)
			.filter(StringUtils::hasText)
			.map((quote) -> (quote.length() <= LONGEST_QUOTE) ? quote : quote.substring(0, LONGEST_QUOTE))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Ends a session that was there before, with all it held and under the id that
	 * somebody may know, unless it is the same learner's: theirs goes on under its id, so
	 * that launches in two tabs at once don't lose each other's.
	 */
	private static void beginSession(Authentication launched, HttpServletRequest request,
			HttpServletResponse response) {
		HttpSession session = request.getSession(false);
		if (session != null && !isOfSignedInLearner(launched)) {
			session.invalidate();
		}
		request.getSession();
	}

	private static boolean isOfSignedInLearner(Authentication launched) {
		Optional<LearnerId> before = LaunchedUser.of(SecurityContextHolder.getContext().getAuthentication())
			.map(LaunchedUser::learner);
		return before.isPresent() && before.equals(LaunchedUser.of(launched).map(LaunchedUser::learner));
	}

	/**
	 * Shows why a launch was refused. Somebody who is signed in and sends a finished
	 * launch again is redirected to the page that it led to.
	 */
	private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws ServletException, IOException {
		LaunchRefused refused = (ex instanceof LaunchRefused known) ? known
				: new LaunchRefused(LaunchRefused.Reason.TOKEN_REFUSED, ex.getClass().getSimpleName());
		Optional<String> before = (refused.reason() == LaunchRefused.Reason.ALREADY_USED) ? ledTo(request)
				: Optional.empty();
		if (before.isPresent()) {
			redirect(response, before.get());
			return;
		}
		request.setAttribute(REFUSED, refused);
		request.getRequestDispatcher(REFUSED).forward(request, response);
	}

	/** From the session itself: the filter has cleared the security context by now. */
	private Optional<String> ledTo(HttpServletRequest request) {
		return LaunchedUser.of(this.sessions.loadDeferredContext(request).get().getAuthentication())
			.flatMap((user) -> this.pendingLaunches.ledTo(request.getParameter("state"), user.learner()));
	}

	private static void redirect(HttpServletResponse response, String path) {
		response.setStatus(HttpStatus.SEE_OTHER.value());
		response.setHeader(HttpHeaders.LOCATION, path);
	}

	/**
	 * Post, redirect, get: a reload shows the activity again instead of an old launch.
	 */
	private final class LaunchSucceeded implements AuthenticationSuccessHandler {

		/** Request attribute that holds the login that was finished. */
		static final String FINISHED = PendingLaunch.class.getName();

		/** Ends here: by default the filter would let the chain go on. */
		@Override
		public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, FilterChain chain,
				Authentication launched) {
			onAuthenticationSuccess(request, response, launched);
		}

		@Override
		public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
				Authentication launched) {
			LaunchAuthentication launch = (LaunchAuthentication) launched;
			if (request.getAttribute(FINISHED) instanceof PendingLaunch pending) {
				LaunchFilter.this.pendingLaunches.remember(pending, launch.getPrincipal().learner(),
						launch.destination());
				response.addHeader(HttpHeaders.SET_COOKIE, pending.cookieRemoval().toString());
			}
			LinkId.ofPath(launch.destination())
				.ifPresent((link) -> WayBack.keep(request.getSession(), link, launch.returnUrl()));
			redirect(response, launch.destination());
		}

	}

}
