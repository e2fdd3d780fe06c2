package org.mentorprep.web;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.LinkId;

/** A link is open to the sessions that launched it, and to nobody else. */
final class LaunchedLinks {

	private LaunchedLinks() {
	}

	static AuthorizationDecision decide(Supplier<? extends @Nullable Authentication> authentication,
			RequestAuthorizationContext context) {
		LinkId link = LinkId.of(context.getVariables().get("link"));
		return new AuthorizationDecision(
				link != null && LaunchedUser.of(authentication.get()).flatMap((user) -> user.roleIn(link)).isPresent());
	}

}
