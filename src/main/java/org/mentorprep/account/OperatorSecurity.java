package org.mentorprep.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** What the filter chain of the operator's pages is built from. */
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

	OperatorSecurity(OperatorAccount account, SignInRecorder recorder, OperatorSessions sessions) {
		this.account = account;
		this.recorder = recorder;
		this.sessions = sessions;
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

	/** The form, in Spring Security's words. */
	public void form(FormLoginConfigurer<HttpSecurity> form) {
		form.loginPage(SIGN_IN).successHandler(this.recorder).failureHandler(this.recorder);
	}

	/** The way out: the session ends, too. */
	public void wayOut(LogoutConfigurer<HttpSecurity> wayOut) {
		wayOut.logoutUrl(SIGN_OUT).addLogoutHandler(this.recorder).logoutSuccessUrl(SIGN_IN + "?ended");
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

}
