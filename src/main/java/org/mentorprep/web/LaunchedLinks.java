package org.mentorprep.web;

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
final class LaunchedLinks {

	private LaunchedLinks() {
	}

	static AuthorizationDecision decide(Supplier<? extends @Nullable Authentication> authentication,
			RequestAuthorizationContext context) {
		Authentication signedIn = authentication.get();
		LinkId link = linkId(context.getVariables().get("link"));
		return new AuthorizationDecision(link != null && signedIn != null
				&& signedIn.getPrincipal() instanceof LaunchedUser user && user.roleIn(link).isPresent());
	}

	/** Course staff of a link, by this session. */
	static AuthorizationDecision decideForStaff(Supplier<? extends @Nullable Authentication> authentication,
			RequestAuthorizationContext context) {
		Authentication signedIn = authentication.get();
		LinkId link = linkId(context.getVariables().get("link"));
		return new AuthorizationDecision(
				link != null && signedIn != null && signedIn.getPrincipal() instanceof LaunchedUser user
						&& user.roleIn(link).filter(CourseRole.STAFF::equals).isPresent());
	}

	/** The id as the URL holds it; absent if it is none. */
	static @Nullable LinkId linkId(@Nullable String text) {
		UUID id = id(text);
		return (id != null) ? new LinkId(id) : null;
	}

	/** Java takes short forms such as 1-1-1-1-1: one thing, one URL. */
	static @Nullable UUID id(@Nullable String text) {
		try {
			UUID id = (text != null) ? UUID.fromString(text) : null;
			return (id != null && id.toString().equals(text)) ? id : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
