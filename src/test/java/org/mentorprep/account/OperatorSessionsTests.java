package org.mentorprep.account;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;

import org.mentorprep.account.OperatorAccount.OperatorProperties;
import org.mentorprep.account.OperatorSecurity.OperatorSessions;
import org.mentorprep.platform.ToolUrl;

import practicelms.MovableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** How long a session stays the operator's. */
class OperatorSessionsTests {

	private static final String PASSWORD = "{noop}correct horse battery";

	/** Made once for each password: that is slow on purpose. */
	private static final Map<String, OperatorAccount> ACCOUNTS = new HashMap<>();

	private final MovableClock clock = new MovableClock();

	private final MockHttpSession session = new MockHttpSession();

	@Test
	void samePasswordKeepsTheSessionAfterARestart() {
		signIn();
		assertThat(isOperator(PASSWORD)).isTrue();
	}

	@Test
	void anotherPasswordEndsTheSession() {
		signIn();
		assertThat(isOperator("{noop}correct horse batteries")).isFalse();
		assertThat(this.session.isInvalid()).isTrue();
	}

	@Test
	void sessionEndsAfterTwelveHoursHoweverBusyItIs() {
		signIn();
		for (int hour = 0; hour < 11; hour++) {
			this.clock.forward(Duration.ofHours(1));
			assertThat(isOperator(PASSWORD)).isTrue();
		}
		this.clock.forward(Duration.ofHours(1));
		assertThat(isOperator(PASSWORD)).isFalse();
	}

	@Test
	void sessionHoldsNoPassword() {
		signIn();
		assertThat(Collections.list(this.session.getAttributeNames())).isNotEmpty()
			.extracting(this.session::getAttribute)
			.allMatch((held) -> !held.toString().contains("horse"));
	}

	private void signIn() {
		var operator = UsernamePasswordAuthenticationToken.authenticated(OperatorAccount.NAME, null,
				AuthorityUtils.createAuthorityList("ROLE_" + OperatorAccount.ROLE));
		sessions(PASSWORD).saveContext(new SecurityContextImpl(operator), request(), new MockHttpServletResponse());
	}

	private boolean isOperator(String password) {
		return sessions(password).loadDeferredContext(request()).get().getAuthentication() != null;
	}

	private OperatorSessions sessions(String password) {
		OperatorAccount account = ACCOUNTS.computeIfAbsent(password,
				(made) -> new OperatorAccount(new OperatorProperties(made), new ToolUrl("https://tool.example")));
		return new OperatorSessions(account, this.clock);
	}

	private MockHttpServletRequest request() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		if (!this.session.isInvalid()) {
			request.setSession(this.session);
		}
		return request;
	}

}
