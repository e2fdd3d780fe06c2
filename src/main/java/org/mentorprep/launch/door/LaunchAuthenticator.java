package org.mentorprep.launch.door;

import java.time.Clock;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import org.mentorprep.launch.Arrival;
import org.mentorprep.launch.ArrivalRecorder;
import org.mentorprep.launch.Enrolment;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.lti.message.IdTokenReader;
import org.mentorprep.lti.message.LtiMessage;
import org.mentorprep.lti.message.MessageRefused;
import org.mentorprep.lti.message.ResourceLinkRequest;
import org.mentorprep.platform.Framing;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformKeys;
import org.mentorprep.platform.PlatformLaunches;

/** Checks the token, spends the login, writes down who came: in this order. */
@Component
class LaunchAuthenticator implements AuthenticationProvider {

	private final PlatformKeys keys;

	private final PendingLaunches pendingLaunches;

	private final PlatformLaunches platformLaunches;

	private final ArrivalRecorder arrivals;

	private final Clock clock;

	LaunchAuthenticator(PlatformKeys keys, PendingLaunches pendingLaunches, PlatformLaunches platformLaunches,
			ArrivalRecorder arrivals, Clock clock) {
		this.keys = keys;
		this.pendingLaunches = pendingLaunches;
		this.platformLaunches = platformLaunches;
		this.arrivals = arrivals;
		this.clock = clock;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return LaunchAttempt.class.isAssignableFrom(authentication);
	}

	@Override
	public LaunchAuthentication authenticate(Authentication authentication) {
		LaunchAttempt attempt = (LaunchAttempt) authentication;
		if (!attempt.platform().letsIn()) {
			throw new LaunchRefused(Refusal.PLATFORM_DISABLED, "The registration is not enabled");
		}
		LtiMessage message = read(attempt);
		if (!this.pendingLaunches.spend(attempt.pending())) {
			throw new LaunchRefused(Refusal.STATE_UNKNOWN, "The same login was finished by another request");
		}
		this.platformLaunches.note(attempt.platform());
		Arrival arrival = this.arrivals.record(attempt.platform().id(), (ResourceLinkRequest) message);
		return signedIn(attempt.signedIn(), attempt.platform(), arrival);
	}

	private LtiMessage read(LaunchAttempt attempt) {
		Platform platform = attempt.platform();
		try {
			return new IdTokenReader(platform.registration(), platform.deploymentIds(), this.keys.of(platform),
					this.clock)
				.read(attempt.getCredentials(), attempt.pending().nonce());
		}
		catch (MessageRefused ex) {
			throw new LaunchRefused(refusal(ex.fault()), String.valueOf(ex.getMessage()), ex.asked());
		}
	}

	private static Refusal refusal(MessageRefused.Fault fault) {
		return switch (fault) {
			case KEYS -> Refusal.KEYS_UNREACHABLE;
			case TOKEN -> Refusal.TOKEN_REFUSED;
			case DEPLOYMENT -> Refusal.DEPLOYMENT_UNKNOWN;
			case MESSAGE_TYPE -> Refusal.MESSAGE_TYPE_UNKNOWN;
		};
	}

	/** The links that the same learner opened before stay open; nobody else's do. */
	private static LaunchAuthentication signedIn(@Nullable LaunchedUser before, Platform platform, Arrival arrival) {
		Enrolment enrolment = arrival.enrolment();
		LaunchedUser user = new LaunchedUser(enrolment.person(), enrolment.learner(), arrival.name(),
				Framing.origin(platform),
				(before != null && before.learner().equals(enrolment.learner())) ? before.roles() : Map.of());
		return new LaunchAuthentication(user.with(enrolment.link().id(), enrolment.role()), enrolment.link().id());
	}

}
