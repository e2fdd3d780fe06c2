package org.mentorprep.platform.registration;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far registration by an LMS may go.
 *
 * @param allowedHosts hosts that may have a private address, and may be called by plain
 * http: for practice, or an LMS on site; names or addresses without a port
 * @param invitationLife how long an invitation can be used
 * @param askForEmail whether the LMS is asked to pass on e-mail addresses; the tool does
 * not need them
 * @param timeLimit how long one request to an LMS may take in all
 */
@ConfigurationProperties("mentorprep.registration")
record RegistrationProperties(@DefaultValue Set<String> allowedHosts, @DefaultValue("7d") Duration invitationLife,
		@DefaultValue("false") boolean askForEmail, @DefaultValue("10s") Duration timeLimit) {

	RegistrationProperties {
		allowedHosts = allowedHosts.stream()
			.map((host) -> host.strip().toLowerCase(Locale.ROOT))
			.collect(Collectors.toUnmodifiableSet());
	}

	boolean allows(String host) {
		return this.allowedHosts.contains(host.toLowerCase(Locale.ROOT));
	}

}
