package org.mentorprep.web;

import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.LinkId;

/** A link is open to the sessions that launched it, and to nobody else. */
final class LaunchedLinks {

	private LaunchedLinks() {
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

	private static Optional<CourseRole> role(Supplier<? extends @Nullable Authentication> authentication,
			RequestAuthorizationContext context) {
		LinkId link = LinkId.of(context.getVariables().get("link"));
		return LaunchedUser.of(authentication.get()).flatMap((user) -> Optional.ofNullable(link).flatMap(user::roleIn));
	}

}
