package org.mentorprep.launch;

import java.time.Clock;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import org.mentorprep.launch.LaunchAuthentication.LaunchAttempt;
import org.mentorprep.lti.message.IdTokenDecoder;
import org.mentorprep.lti.message.LtiMessage;
import org.mentorprep.lti.message.MessageRefused;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformKeys;
import org.mentorprep.platform.PlatformLaunches;

/** Checks the token, spends the login, writes down who came: in this order. */
@Component
class LaunchAuthenticator implements AuthenticationProvider {

	private final PlatformKeys keys;

	private final PendingLaunches pendingLaunches;

	private final PlatformLaunches platformLaunches;

	private final Reception reception;

	private final Clock clock;

	LaunchAuthenticator(PlatformKeys keys, PendingLaunches pendingLaunches, PlatformLaunches platformLaunches,
			Reception reception, Clock clock) {
		this.keys = keys;
		this.pendingLaunches = pendingLaunches;
		this.platformLaunches = platformLaunches;
		this.reception = reception;
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
			throw new LaunchRefused(LaunchRefused.Reason.PLATFORM_DISABLED, "The registration is not enabled");
		}
		LtiMessage message = read(attempt);
		if (!this.pendingLaunches.spend(attempt.pending())) {
			throw new LaunchRefused(LaunchRefused.Reason.ALREADY_USED,
					"The same login was finished by another request");
		}
		this.platformLaunches.note(attempt.platform());
		return this.reception.receive(message, attempt);
	}

	private LtiMessage read(LaunchAttempt attempt) {
		Platform platform = attempt.platform();
		try {
			return new IdTokenDecoder(platform.registration(), platform.deploymentIds(), this.keys.of(platform),
					this.clock)
				.read(attempt.getCredentials(), attempt.pending().nonce());
		}
		catch (MessageRefused ex) {
			throw new LaunchRefused(refusal(ex.reason()), String.valueOf(ex.getMessage()), ex.messageType());
		}
	}

	private static LaunchRefused.Reason refusal(MessageRefused.Reason reason) {
		return switch (reason) {
			case KEYS -> LaunchRefused.Reason.KEYS_UNREACHABLE;
			case TOKEN -> LaunchRefused.Reason.TOKEN_REFUSED;
			case DEPLOYMENT -> LaunchRefused.Reason.DEPLOYMENT_UNKNOWN;
			case MESSAGE_TYPE -> LaunchRefused.Reason.MESSAGE_TYPE_UNKNOWN;
		};
	}

}
