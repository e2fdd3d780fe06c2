package org.mentorprep.launch.door;

import java.util.Collections;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AbstractAuthenticationToken;

import org.mentorprep.launch.LaunchedUser;

/** A launch that passed every check: what the session keeps of it. */
class LaunchAuthentication extends AbstractAuthenticationToken {

	private static final long serialVersionUID = 1L;

	private final LaunchedUser user;

	private final String destination;

	LaunchAuthentication(LaunchedUser user, String destination) {
		super(Collections.emptyList());
		this.user = user;
		this.destination = destination;
		setAuthenticated(true);
	}

	/** The page that was asked for: a path of ours. */
	String destination() {
		return this.destination;
	}

	@Override
	public LaunchedUser getPrincipal() {
		return this.user;
	}

	/** The token is not kept. */
	@Override
	public @Nullable Object getCredentials() {
		return null;
	}

	/** The session table shows this name: an id, not a person's name. */
	@Override
	public String getName() {
		return this.user.learner().toString();
	}

}
