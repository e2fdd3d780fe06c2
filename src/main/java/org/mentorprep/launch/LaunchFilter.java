package org.mentorprep.launch;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

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

import org.mentorprep.launch.LaunchAuthentication.LaunchAttempt;
import org.mentorprep.launch.PendingLaunches.PendingLaunch;

/** The filter that turns a launch into a session, to be set into the filter chain. */
@Component
public class LaunchFilter {

	static final String LAUNCH = "/lti/launch";

	static final String REFUSED = "/lti/refused";

	private final LaunchConverter converter;

	private final LaunchAuthenticator authenticator;

	private final LaunchSessions sessions;

	private final PendingLaunches pendingLaunches;

	LaunchFilter(LaunchConverter converter, LaunchAuthenticator authenticator, LaunchSessions sessions,
			PendingLaunches pendingLaunches) {
		this.converter = converter;
		this.authenticator = authenticator;
		this.sessions = sessions;
		this.pendingLaunches = pendingLaunches;
	}

	/**
	 * Spring Security's own filter.
	 * @param prepared what else a session needs before its first page
	 */
	public AbstractAuthenticationProcessingFilter filter(SessionAuthenticationStrategy prepared) {
		Launches filter = new Launches();
		filter.setSessionAuthenticationStrategy(
				new CompositeSessionAuthenticationStrategy(List.of(LaunchFilter::begin, prepared)));
		filter.setSecurityContextRepository(this.sessions);
		filter.setAuthenticationSuccessHandler(new LaunchSucceeded(this.pendingLaunches));
		filter.setAuthenticationFailureHandler(this::refuse);
		return filter;
	}

	/** Where the filter chain finds what launches left in the session. */
	public SecurityContextRepository sessions() {
		return this.sessions;
	}

	/**
	 * A session that was there before ends, with all it held and under the id that
	 * somebody may know, unless it is the same learner's: theirs goes on under its id, so
	 * that launches in two tabs at once don't lose each other's.
	 */
	private static void begin(Authentication launched, HttpServletRequest request, HttpServletResponse response) {
		HttpSession session = request.getSession(false);
		if (session != null && !isOfOneLearner(launched)) {
			session.invalidate();
		}
		request.getSession();
	}

	private static boolean isOfOneLearner(Authentication launched) {
		Optional<LearnerId> before = LaunchedUser.of(SecurityContextHolder.getContext().getAuthentication())
			.map(LaunchedUser::learner);
		return before.isPresent() && before.equals(LaunchedUser.of(launched).map(LaunchedUser::learner));
	}

	/**
	 * Somebody who is in already and launches the same again is shown where they were.
	 */
	private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws ServletException, IOException {
		LaunchRefused refused = (ex instanceof LaunchRefused known) ? known
				: new LaunchRefused(LaunchRefused.Reason.TOKEN_REFUSED, ex.getClass().getSimpleName());
		Optional<String> before = (refused.refusal() == LaunchRefused.Reason.ALREADY_USED) ? ledTo(request)
				: Optional.empty();
		if (before.isPresent()) {
			LaunchSucceeded.goOn(response, before.get());
			return;
		}
		request.setAttribute(REFUSED, refused);
		request.getRequestDispatcher(REFUSED).forward(request, response);
	}

	/** From the session itself: the filter has let go of the user by now. */
	private Optional<String> ledTo(HttpServletRequest request) {
		return LaunchedUser.of(this.sessions.loadDeferredContext(request).get().getAuthentication())
			.flatMap((user) -> this.pendingLaunches.ledTo(request.getParameter("state"), user.learner()));
	}

	/** Tells the handler of success which login was finished. */
	private final class Launches extends AbstractAuthenticationProcessingFilter {

		private Launches() {
			super(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, LAUNCH),
					LaunchFilter.this.authenticator::authenticate);
		}

		@Override
		public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
			LaunchAttempt attempt = LaunchFilter.this.converter.convert(request);
			LaunchAuthentication launched = LaunchFilter.this.authenticator.authenticate(attempt);
			request.setAttribute(LaunchSucceeded.FINISHED, attempt.pending());
			return launched;
		}

	}

	/**
	 * Post, redirect, get: a reload shows the activity again instead of an old launch.
	 */
	static class LaunchSucceeded implements AuthenticationSuccessHandler {

		/** Holds the login that was finished. */
		static final String FINISHED = PendingLaunch.class.getName();

		private final PendingLaunches pendingLaunches;

		LaunchSucceeded(PendingLaunches pendingLaunches) {
			this.pendingLaunches = pendingLaunches;
		}

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
			String path = launch.destination();
			if (request.getAttribute(FINISHED) instanceof PendingLaunch pending) {
				this.pendingLaunches.remember(pending, launch.getPrincipal().learner(), path);
				response.addHeader(HttpHeaders.SET_COOKIE, BrowserBinding.removal(pending).toString());
			}
			goOn(response, path);
		}

		static void goOn(HttpServletResponse response, String path) {
			response.setStatus(HttpStatus.SEE_OTHER.value());
			response.setHeader(HttpHeaders.LOCATION, path);
		}

	}

}
