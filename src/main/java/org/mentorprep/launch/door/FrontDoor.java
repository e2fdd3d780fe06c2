package org.mentorprep.launch.door;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;

import org.mentorprep.launch.LaunchedUser;

/** The filter that turns a launch into a session, to be set into the filter chain. */
@Component
public class FrontDoor {

	static final String LAUNCH = "/lti/launch";

	static final String REFUSED = "/lti/refused";

	private final LaunchConverter converter;

	private final LaunchAuthenticator authenticator;

	private final PendingLaunches pendingLaunches;

	private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

	FrontDoor(LaunchConverter converter, LaunchAuthenticator authenticator, PendingLaunches pendingLaunches) {
		this.converter = converter;
		this.authenticator = authenticator;
		this.pendingLaunches = pendingLaunches;
	}

	/** Spring Security's own filter: it changes the session id by itself. */
	public AuthenticationFilter filter() {
		AuthenticationManagerResolver<HttpServletRequest> manager = (
				request) -> (attempt) -> authenticate(request, attempt);
		AuthenticationFilter filter = new AuthenticationFilter(manager, this.converter);
		filter.setRequestMatcher(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, LAUNCH));
		filter.setSecurityContextRepository(this.sessions);
		filter.setSuccessHandler(new LaunchSucceeded(this.pendingLaunches));
		filter.setFailureHandler(this::refuse);
		return filter;
	}

	private LaunchAuthentication authenticate(HttpServletRequest request, Authentication attempt) {
		LaunchAuthentication launched = this.authenticator.authenticate(attempt);
		HttpSession session = request.getSession(false);
		// Before the filter changes the id of the session: the other user's ends as it
		// is.
		if (session != null && !belongsTo(((LaunchAttempt) attempt), launched)) {
			session.invalidate();
		}
		request.setAttribute(LaunchSucceeded.FINISHED, ((LaunchAttempt) attempt).pending());
		return launched;
	}

	private static boolean belongsTo(LaunchAttempt attempt, LaunchAuthentication launched) {
		return attempt.signedIn() != null && attempt.signedIn().learner().equals(launched.getPrincipal().learner());
	}

	/**
	 * Somebody who is in already and launches the same again is shown where they were.
	 */
	private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws ServletException, IOException {
		LaunchRefused refused = (ex instanceof LaunchRefused known) ? known
				: new LaunchRefused(Refusal.TOKEN_REFUSED, ex.getClass().getSimpleName());
		Optional<String> before = (refused.refusal() == Refusal.ALREADY_USED) ? ledTo(request) : Optional.empty();
		if (before.isPresent()) {
			LaunchSucceeded.goOn(response, before.get());
			return;
		}
		request.setAttribute(REFUSED, refused);
		request.getRequestDispatcher(REFUSED).forward(request, response);
	}

	/** From the session itself: the filter has let go of the user by now. */
	private Optional<String> ledTo(HttpServletRequest request) {
		Authentication signedIn = this.sessions.loadDeferredContext(request).get().getAuthentication();
		return (signedIn != null && signedIn.getPrincipal() instanceof LaunchedUser user)
				? this.pendingLaunches.ledTo(request.getParameter("state"), user.learner()) : Optional.empty();
	}

}
