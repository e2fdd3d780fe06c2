package org.mentorprep.launch;

import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AbstractAuthenticationToken;

import org.mentorprep.launch.PendingLaunches.PendingLaunch;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformId;

/** A launch that passed every check, as the session keeps it. */
class LaunchAuthentication extends AbstractAuthenticationToken {

	private static final long serialVersionUID = 1L;

	private final LaunchedUser user;

	private final String name;

	private final String destination;

	private final transient @Nullable URI returnUrl;

	LaunchAuthentication(PlatformId platform, LaunchedUser user, String destination, @Nullable URI returnUrl) {
		this(platform + "/" + user.learner(), user, destination, returnUrl);
	}

	private LaunchAuthentication(String name, LaunchedUser user, String destination, @Nullable URI returnUrl) {
		super(Collections.emptyList());
		this.name = name;
		this.user = user;
		this.destination = destination;
		this.returnUrl = returnUrl;
		setAuthenticated(true);
	}

	/** The same launch of the same user with other rights. */
	LaunchAuthentication with(Map<LinkId, CourseRole> roles, Set<UUID> requests) {
		return new LaunchAuthentication(this.name, this.user.with(roles, requests), this.destination, this.returnUrl);
	}

	/** The page that the launch leads to: a path of ours. */
	String destination() {
		return this.destination;
	}

	/** Where the LMS wants its user back; absent if it didn't say. */
	@Nullable URI returnUrl() {
		return this.returnUrl;
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
	 * first, so that the sessions of one platform can be found.
	 */
	@Override
	public String getName() {
		return this.name;
	}

	/**
	 * A launch whose token is not checked yet. Lives as long as its request and is in no
	 * session.
	 */
	static class LaunchAttempt extends AbstractAuthenticationToken {

		private static final long serialVersionUID = 1L;

		private final transient Platform platform;

		private final transient PendingLaunch pending;

		private final transient String idToken;

		private final boolean framed;

		LaunchAttempt(Platform platform, PendingLaunch pending, String idToken, boolean framed) {
			super(Collections.emptyList());
			this.platform = platform;
			this.pending = pending;
			this.idToken = idToken;
			this.framed = framed;
		}

		Platform platform() {
			return this.platform;
		}

		PendingLaunch pending() {
			return this.pending;
		}

		/** Whether the browser says that the page will be in a frame. */
		boolean framed() {
			return this.framed;
		}

		@Override
		public String getCredentials() {
			return this.idToken;
		}

		@Override
		public String getPrincipal() {
			return "a launch";
		}

	}

}
