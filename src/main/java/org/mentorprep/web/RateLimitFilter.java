package org.mentorprep.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import org.mentorprep.web.BusyController.BusyPage;

/**
 * Stands in front of the filter chains, so that what is refused costs next to nothing.
 * What follows a refusal goes through the chains as any page does, for their headers.
 */
@Component
@ConditionalOnBooleanProperty(name = "mentorprep.limits.enabled", matchIfMissing = true)
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1)
class RateLimitFilter extends OncePerRequestFilter {

	/** Hashing a password is slow on purpose: more at once would stop everybody else. */
	private static final int SIGN_INS_AT_ONCE = 3;

	private final Semaphore signIns = new Semaphore(SIGN_INS_AT_ONCE);

	private final RateLimits limits;

	private final MeterRegistry meters;

	RateLimitFilter(RateLimits limits, MeterRegistry meters) {
		this.limits = limits;
		this.meters = meters;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Door door = Door.of(request).orElse(null);
		if (door == null) {
			chain.doFilter(request, response);
			return;
		}
		Duration wait = wait(door, request);
		if (!wait.isZero()) {
			refuse(door, wait, request, response);
		}
		else if (door == Door.SIGN_IN) {
			signIn(request, response, chain);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	/** The form is read first: one that trickles in must not keep others waiting. */
	private void signIn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		parameter("password", request);
		if (!this.signIns.tryAcquire()) {
			refuse(Door.SIGN_IN, Duration.ofSeconds(1), request, response);
			return;
		}
		try {
			chain.doFilter(request, response);
		}
		finally {
			this.signIns.release();
		}
	}

	private void refuse(Door door, Duration wait, HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		this.meters.counter("mentorprep.limits.refused", "door", door.name()).increment();
		long seconds = wait.plusMillis(999).toSeconds();
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
		HttpServletRequest page = new PlainRequest(request);
		page.setAttribute(BusyController.PATH, new BusyPage(seconds));
		page.getRequestDispatcher(BusyController.PATH).forward(page, response);
	}

	private Duration wait(Door door, HttpServletRequest request) {
		return this.limits.untilNext(door, ClientNetwork.of(request.getRemoteAddr()),
				(door == Door.LOGIN) ? parameter("iss", request) : "");
	}

	private static String parameter(String name, HttpServletRequest request) {
		try {
			String found = request.getParameter(name);
			return (found != null) ? found : "";
		}
		catch (IllegalStateException ex) {
			// Parameters that Tomcat can't read are answered by the chains.
			return "";
		}
	}

	/** The doors that anybody reaches and that cost something to open. */
	enum Door {

		/** Login initiation, which writes a row; to Spring MVC a HEAD is a GET. */
		LOGIN("/lti/login", Set.of("GET", "HEAD", "POST")),

		/** The launch, which looks for a row and may fetch keys. */
		LAUNCH("/lti/launch", Set.of("POST")),

		/** Dynamic registration, which fetches from an address that it is told. */
		REGISTER("/lti/register", Set.of("GET", "HEAD")),

		/**
		 * The operator's sign-in, which hashes a password and tells whether it is right.
		 */
		SIGN_IN("/operator/sign-in", Set.of("POST"));

		private final String path;

		private final Set<String> methods;

		Door(String path, Set<String> methods) {
			this.path = path;
			this.methods = methods;
		}

		/** The door that a request knocks at, if it is one of these. */
		static Optional<Door> of(HttpServletRequest request) {
			return Stream.of(values())
				.filter((door) -> door.path.equals(request.getServletPath())
						&& door.methods.contains(request.getMethod()))
				.findFirst();
		}

	}

}
