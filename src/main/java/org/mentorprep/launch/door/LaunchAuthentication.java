package org.mentorprep.launch.door;

import java.util.Collections;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AbstractAuthenticationToken;

import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.LinkId;
import org.mentorprep.platform.PlatformId;

/** A launch that passed every check: what the session keeps of it. */
class LaunchAuthentication extends AbstractAuthenticationToken {

	private static final long serialVersionUID = 1L;

	private final LaunchedUser user;

	private final String name;

	private final String destination;

	LaunchAuthentication(PlatformId platform, LaunchedUser user, String destination) {
		this(platform + "/" + user.learner(), user, destination);
	}

	private LaunchAuthentication(String name, LaunchedUser user, String destination) {
		super(Collections.emptyList());
		this.name = name;
		this.user = user;
		this.destination = destination;
		setAuthenticated(true);
	}

	/** The same launch of the same user with other roles. */
	LaunchAuthentication with(Map<LinkId, CourseRole> roles) {
		return new LaunchAuthentication(this.name, this.user.with(roles), this.destination);
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

	/**
	 * The session table shows this name: ids, not a person's name. The platform comes
	 * first, so that the sessions of one platform can be told from others.
	 */
	@Override
	public String getName() {
		return this.name;
	}

}
