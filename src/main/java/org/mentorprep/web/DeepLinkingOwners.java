package org.mentorprep.web;

import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

import org.mentorprep.deeplink.DeepLinkingRequests;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.LearnerId;

/** The picker is open to whoever the request came with, and to nobody else. */
@Component
class DeepLinkingOwners implements AuthorizationManager<RequestAuthorizationContext> {

	private final DeepLinkingRequests deepLinkings;

	DeepLinkingOwners(DeepLinkingRequests deepLinkings) {
		this.deepLinkings = deepLinkings;
	}

	@Override
	public AuthorizationDecision authorize(Supplier<? extends @Nullable Authentication> authentication,
			RequestAuthorizationContext context) {
		return decide(authentication, context, this.deepLinkings::cameWith);
	}

	/** What can be seen from the picker, as long as something can be chosen there. */
	AuthorizationDecision previews(Supplier<? extends @Nullable Authentication> authentication,
			RequestAuthorizationContext context) {
		return decide(authentication, context, this.deepLinkings::isOpenTo);
	}

	private static AuthorizationDecision decide(Supplier<? extends @Nullable Authentication> authentication,
			RequestAuthorizationContext context, BiPredicate<LearnerId, UUID> owns) {
		UUID request = LinkAuthorization.id(context.getVariables().get("request"));
		return new AuthorizationDecision(request != null && LaunchedUser.of(authentication.get())
			.filter((user) -> owns.test(user.learner(), request))
			.isPresent());
	}

}
