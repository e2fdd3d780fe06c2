package org.mentorprep.launch.door;

import java.util.Collections;

import org.springframework.security.authentication.AbstractAuthenticationToken;

import org.mentorprep.platform.Platform;

/**
 * A launch that has yet to prove itself. Lives as long as its request and is in no
 * session.
 */
class LaunchAttempt extends AbstractAuthenticationToken {

	private static final long serialVersionUID = 1L;

	private final transient Platform platform;

	private final transient PendingLaunch pending;

	private final transient String idToken;

	LaunchAttempt(Platform platform, PendingLaunch pending, String idToken) {
		super(Collections.emptyList());
		this.platform = platform;
		this.pending = pending;
		this.idToken = idToken;
	}

	Platform platform() {
		return this.platform;
	}

	PendingLaunch pending() {
		return this.pending;
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
