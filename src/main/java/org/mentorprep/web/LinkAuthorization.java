package org.mentorprep.web;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.LinkId;

/** A link is open to the sessions that launched it, and to nobody else. */
final class LinkAuthorization {

	private LinkAuthorization() {
	}

	static AuthorizationDecision decide(Supplier<? extends @Nullable Authentication> authentication,
			RequestAuthorizationContext context) {
		return new AuthorizationDecision(role(authentication, context).isPresent());
	}

	/** Course staff of a link, by this session. */
	static AuthorizationDecision decideForStaff(Supplier<? extends @Nullable Authentication> authentication,
			RequestAuthorizationContext context) {
		return new AuthorizationDecision(role(authentication, context).filter(CourseRole.STAFF::equals).isPresent());
	}

	/** An id as a URL holds it; absent if it is none. */
	static @Nullable UUID id(@Nullable String text) {
		return LinkId.find(text).map(LinkId::value).orElse(null);
	}

	private static Optional<CourseRole> role(Supplier<? extends @Nullable Authentication> authentication,
			RequestAuthorizationContext context) {
		return LinkId.find(context.getVariables().get("link"))
			.flatMap((link) -> LaunchedUser.of(authentication.get()).flatMap((user) -> user.roleIn(link)));
	}

}
