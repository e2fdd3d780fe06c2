package org.mentorprep.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
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

import org.mentorprep.account.OperatorSecurity;
import org.mentorprep.launch.LaunchFilter;
import org.mentorprep.platform.ClientNetwork;
import org.mentorprep.web.BusyController.BusyPage;

/**
 * Refuses requests of a network that sends too many. Runs before the filter chains, so
 * that a refusal costs next to nothing; its page passes through the chains as any page
 * does, for their headers.
 */
@Component
@ConditionalOnBooleanProperty(name = "mentorprep.limits.enabled", matchIfMissing = true)
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1)
class RateLimitFilter extends OncePerRequestFilter {

	/** Hashing a password is slow on purpose: more at once would stop everybody else. */
	private static final int SIGN_INS_AT_ONCE = 3;

	private static final String REFUSED = "mentorprep.limits.refused";

	/** When something that is in the way now will be gone. */
	private static final Duration SHORTLY = Duration.ofSeconds(5);

	private final Semaphore signIns = new Semaphore(SIGN_INS_AT_ONCE);

	private final RateLimits limits;

	private final MeterRegistry meters;

	RateLimitFilter(RateLimits limits, MeterRegistry meters) {
		this.limits = limits;
		this.meters = meters;
	}

	/**
	 * The address first, then the body, then what stands in it: whoever sends too much is
	 * not read.
	 */
	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String network = ClientNetwork.of(request.getRemoteAddr());
		LimitedEndpoint endpoint = LimitedEndpoint.of(request).orElse(null);
		if (endpoint != null && isOver(endpoint, this.limits.untilNext(endpoint, network), request, response)) {
			return;
		}
		RequestBody.Refusal refusal = UploadFilter.isOfParts(request) ? null
				: RequestBody.of(request).flatMap(RequestBody::receive).orElse(null);
		if (refusal != null) {
			refuse(refusal, request, response);
		}
		else if (endpoint == LimitedEndpoint.SIGN_IN) {
			signIn(request, response, chain);
		}
		else if (endpoint != LimitedEndpoint.LOGIN || !isOver(endpoint,
				this.limits.untilNextLogin(network, parameter("iss", request)), request, response)) {
			chain.doFilter(request, response);
		}
	}

	/** The form is read first: one that trickles in must not keep others waiting. */
	private void signIn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		parameter("password", request);
		if (!this.signIns.tryAcquire()) {
			refuse(LimitedEndpoint.SIGN_IN.name(), Duration.ofSeconds(1), request, response);
			return;
		}
		try {
			chain.doFilter(request, response);
		}
		finally {
			this.signIns.release();
		}
	}

	private boolean isOver(LimitedEndpoint endpoint, Duration wait, HttpServletRequest request,
			HttpServletResponse response) throws ServletException, IOException {
		if (!wait.isZero()) {
			refuse(endpoint.name(), wait, request, response);
		}
		return !wait.isZero();
	}

	/** A body that did not come, or was too much. The rest of it is not waited for. */
	private void refuse(RequestBody.Refusal refusal, HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		response.setHeader(HttpHeaders.CONNECTION, "close");
		if (refusal == RequestBody.Refusal.TOO_MANY) {
			refuse(refusal.name(), SHORTLY, request, response);
			return;
		}
		this.meters.counter(REFUSED, "endpoint", refusal.name()).increment();
		HttpServletRequest page = new PlainRequest(request);
		page.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, refusal.status());
		page.getRequestDispatcher("/error").forward(page, response);
	}

	private void refuse(String what, Duration wait, HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		this.meters.counter(REFUSED, "endpoint", what).increment();
		long seconds = wait.plusMillis(999).toSeconds();
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
		HttpServletRequest page = new PlainRequest(request);
		page.setAttribute(BusyController.PATH, new BusyPage(seconds));
		page.getRequestDispatcher(BusyController.PATH).forward(page, response);
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

	/** The endpoints that anybody reaches and whose work costs something. */
	enum LimitedEndpoint {

		/** Login initiation, which writes a row; to Spring MVC a HEAD is a GET. */
		LOGIN(LaunchFilter.LOGIN, Set.of("GET", "HEAD", "POST")),

		/** The launch, which looks for a row and may fetch keys. */
		LAUNCH(LaunchFilter.LAUNCH, Set.of("POST")),

		/** Dynamic registration, which fetches from an address in the request. */
		REGISTER("/lti/register", Set.of("GET", "HEAD")),

		/**
		 * The operator's sign-in, which hashes a password and answers whether it is
		 * right.
		 */
		SIGN_IN(OperatorSecurity.SIGN_IN, Set.of("POST"));

		private final String path;

		private final Set<String> methods;

		LimitedEndpoint(String path, Set<String> methods) {
			this.path = path;
			this.methods = methods;
		}

		/** The endpoint of a request, if it is one of these. */
		static Optional<LimitedEndpoint> of(HttpServletRequest request) {
			return Stream.of(values())
				.filter((endpoint) -> endpoint.path.equals(request.getServletPath())
						&& endpoint.methods.contains(request.getMethod()))
				.findFirst();
		}

	}

}
