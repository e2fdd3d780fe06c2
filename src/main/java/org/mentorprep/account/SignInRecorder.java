package org.mentorprep.account;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

import org.mentorprep.audit.Actor;
import org.mentorprep.audit.Ledger;

/**
 * Writes into the ledger who came in and who was turned away. Spring's own failure
 * handler would keep the failure in a session.
 */
@Component
class SignInRecorder implements AuthenticationSuccessHandler, AuthenticationFailureHandler, LogoutHandler {

	/** Of those turned away one line in this time: nobody can fill the ledger. */
	private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

	/** Shorter than a mentor's session: nobody works here for hours without a pause. */
	private static final Duration IDLE = Duration.ofHours(1);

	private final Ledger ledger;

	private final Ticker ticker = Ticker.systemTicker();

	private int refused;

	private @Nullable Long lastLine;

	SignInRecorder(Ledger ledger) {
		this.ledger = ledger;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication operator) throws IOException {
		request.getSession().setMaxInactiveInterval((int) IDLE.toSeconds());
		record("operator.signed-in");
		response.sendRedirect(OperatorSecurity.HOME);
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException ex) throws IOException {
		int since = refusedSinceLastLine();
		if (since > 0) {
			this.ledger.record(Actor.tool(), "operator.sign-in-refused", OperatorAccount.NAME, String.valueOf(since));
		}
		response.sendRedirect(OperatorSecurity.SIGN_IN + "?refused");
	}

	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		if (authentication != null && OperatorSecurity.isOperator(authentication)) {
			record("operator.signed-out");
		}
	}

	private void record(String act) {
		this.ledger.record(Actor.operator(), act, OperatorAccount.NAME, "");
	}

	/** How many a line would stand for; none while the last line is fresh. */
	private synchronized int refusedSinceLastLine() {
		this.refused++;
		long now = this.ticker.read();
		if (this.lastLine != null && now - this.lastLine < BETWEEN_LINES.toNanos()) {
			return 0;
		}
		int since = this.refused;
		this.refused = 0;
		this.lastLine = now;
		return since;
	}

}
