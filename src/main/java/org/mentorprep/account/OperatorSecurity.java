package org.mentorprep.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** What the filter chain of the operator's pages is built from; and their sessions. */
@Component
public class OperatorSecurity {

	/** Opens every operator's page. */
	public static final String ROLE = OperatorAccount.ROLE;

	/** Shown to whoever is not signed in. */
	public static final String SIGN_IN = "/operator/sign-in";

	static final String SIGN_OUT = "/operator/sign-out";

	public static final String HOME = "/operator";

	private final OperatorAccount account;

	private final SignInRecorder recorder;

	private final OperatorSessions sessions;

	OperatorSecurity(OperatorAccount account, SignInRecorder recorder, Clock clock) {
		this.account = account;
		this.recorder = recorder;
		this.sessions = new OperatorSessions(account, clock);
	}

	/** Whether there is a password; without one nothing is there. */
	public boolean exists() {
		return this.account.exists();
	}

	/** Checks the password; only if there is one. */
	public AuthenticationManager manager() {
		return this.account.manager();
	}

	/** Where the filter chain finds the operator. */
	public SecurityContextRepository sessions() {
		return this.sessions;
	}

	/** Configures the sign-in form. */
	public void form(FormLoginConfigurer<HttpSecurity> form) {
		form.loginPage(SIGN_IN).successHandler(this.recorder).failureHandler(this.recorder);
	}

	/** Configures the sign-out, which ends the session. */
	public void signOut(LogoutConfigurer<HttpSecurity> signOut) {
		signOut.logoutUrl(SIGN_OUT).addLogoutHandler(this.recorder).logoutSuccessUrl(SIGN_IN + "?ended");
	}

	/**
	 * The token against forged forms stands in a cookie of its own: the sign-in form
	 * needs one before there is a session, and a session must not begin before the
	 * password was right. The prefix keeps neighbouring hosts from setting it.
	 */
	public CsrfTokenRepository csrfTokens() {
		CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
		tokens.setCookieName("__Host-mentorprep-operator");
		tokens.setCookiePath("/");
		tokens.setCookieCustomizer((cookie) -> cookie.secure(true).httpOnly(true).sameSite("Lax"));
		return tokens;
	}

	/**
	 * Whoever is not the operator is asked to sign in, also after a form that was too
	 * old.
	 */
	public void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException {
		Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
		if (signedIn != null && isOperator(signedIn)) {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
		else {
			response.sendRedirect(SIGN_IN + ((ex instanceof CsrfException) ? "?ended" : ""));
		}
	}

	/** Whether this is the operator, and not somebody who came through a launch. */
	public static boolean isOperator(Authentication authentication) {
		return authentication.getAuthorities()
			.stream()
			.anyMatch((authority) -> ("ROLE_" + ROLE).equals(authority.getAuthority()));
	}

	/**
	 * What a session keeps of the operator. It ends with the password that opened it, so
	 * that another password shuts out whoever knew the one before; and it ends by itself,
	 * however busy it is.
	 */
	static class OperatorSessions extends HttpSessionSecurityContextRepository {

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

}
