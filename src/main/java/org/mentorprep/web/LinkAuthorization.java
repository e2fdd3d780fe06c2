package org.mentorprep.web;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

import org.mentorprep.deeplink.DeepLinkingRequests;
import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.LinkId;

/**
 * Decides who may open what a launch leads to. A link is open to the sessions that
 * launched it, a deep linking request to the session that it came with; both to nobody
 * else.
 */
@Component
class LinkAuthorization {

	private final DeepLinkingRequests deepLinkings;

	LinkAuthorization(DeepLinkingRequests deepLinkings) {
		this.deepLinkings = deepLinkings;
	}

	/** Whoever launched the link in this session. */
	AuthorizationDecision launched(Supplier<? extends @Nullable Authentication> authentication,
			RequestAuthorizationContext context) {
		return new AuthorizationDecision(role(authentication, context).isPresent());
	}

	/** Course staff of a link, by this session. */
	AuthorizationDecision staff(Supplier<? extends @Nullable Authentication> authentication,
			RequestAuthorizationContext context) {
		return new AuthorizationDecision(role(authentication, context).filter(CourseRole.STAFF::equals).isPresent());
	}

	/** Whoever a deep linking request came with in this session. */
	AuthorizationDecision deepLinking(Supplier<? extends @Nullable Authentication> authentication,
			RequestAuthorizationContext context) {
		return deepLinking(authentication, context, this.deepLinkings::cameWith);
	}

	/** The same, as long as the request can be answered. */
	AuthorizationDecision openDeepLinking(Supplier<? extends @Nullable Authentication> authentication,
			RequestAuthorizationContext context) {
		return deepLinking(authentication, context, this.deepLinkings::isOpenTo);
	}

	/** An id as a URL holds it; absent if it is none. */
	static @Nullable UUID id(@Nullable String text) {
		return LinkId.find(text).map(LinkId::value).orElse(null);
	}

	private static AuthorizationDecision deepLinking(Supplier<? extends @Nullable Authentication> authentication,
			RequestAuthorizationContext context, BiPredicate<LaunchedUser, UUID> owns) {
		UUID request = id(context.getVariables().get("request"));
		return new AuthorizationDecision(request != null
				&& LaunchedUser.of(authentication.get()).filter((user) -> owns.test(user, request)).isPresent());
	}

	private static Optional<CourseRole> role(Supplier<? extends @Nullable Authentication> authentication,
			RequestAuthorizationContext context) {
		return LinkId.find(context.getVariables().get("link"))
			.flatMap((link) -> LaunchedUser.of(authentication.get()).flatMap((user) -> user.roleIn(link)));
	}

}
