package org.mentorprep.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * What a session keeps of the operator. It ends with the password that opened it, so that
 * another password shuts out whoever knew the one before; and it ends by itself, however
 * busy it is.
 */
@Component
class OperatorSessions extends HttpSessionSecurityContextRepository {

	private static final String OPENED_BY = OperatorSessions.class.getName() + ":opened-by";

	private static final String SINCE = OperatorSessions.class.getName() + ":since";

	/** A long working day. */
	private static final Duration LONGEST = Duration.ofHours(12);

	private final OperatorAccount account;

	private final Clock clock;

	OperatorSessions(OperatorAccount account, Clock clock) {
		this.account = account;
		this.clock = clock;
	}

	@Override
	public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null && isOperator(super.loadDeferredContext(request).get()) && !holds(session)) {
			session.invalidate();
		}
		return super.loadDeferredContext(request);
	}

	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
		super.saveContext(context, request, response);
		if (isOperator(context)) {
			request.getSession().setAttribute(OPENED_BY, this.account.fingerprint());
			request.getSession().setAttribute(SINCE, this.clock.instant());
		}
	}

	private boolean holds(HttpSession session) {
		return session.getAttribute(OPENED_BY) instanceof String openedBy
				&& MessageDigest.isEqual(openedBy.getBytes(StandardCharsets.US_ASCII),
						this.account.fingerprint().getBytes(StandardCharsets.US_ASCII))
				&& session.getAttribute(SINCE) instanceof Instant since
				&& this.clock.instant().isBefore(since.plus(LONGEST));
	}

	private static boolean isOperator(SecurityContext context) {
		return context.getAuthentication() != null && OperatorSecurity.isOperator(context.getAuthentication());
	}

}
