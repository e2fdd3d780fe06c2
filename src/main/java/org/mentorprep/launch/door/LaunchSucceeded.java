package org.mentorprep.launch.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Post, redirect, get: a reload shows the activity again instead of an old launch. */
class LaunchSucceeded implements AuthenticationSuccessHandler {

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
