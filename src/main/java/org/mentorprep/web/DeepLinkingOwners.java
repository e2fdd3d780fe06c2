package org.mentorprep.web;

import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

import org.mentorprep.deeplink.DeepLinkings;
import org.mentorprep.launch.LaunchedUser;

/** The picker is open to whoever the request came with, and to nobody else. */
@Component
class DeepLinkingOwners implements AuthorizationManager<RequestAuthorizationContext> {

	private final DeepLinkings deepLinkings;

	DeepLinkingOwners(DeepLinkings deepLinkings) {
		this.deepLinkings = deepLinkings;
	}

	@Override
	public AuthorizationDecision authorize(Supplier<? extends @Nullable Authentication> authentication,
			RequestAuthorizationContext context) {
		UUID request = LaunchedLinks.id(context.getVariables().get("request"));
		return new AuthorizationDecision(request != null && LaunchedUser.of(authentication.get())
			.filter((user) -> this.deepLinkings.cameWith(user.learner(), request))
			.isPresent());
	}

}
