package org.mentorprep.platform;

import java.util.UUID;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.mentorprep.lti.service.CallPermit;
import org.mentorprep.lti.service.SigningKey;

/**
 * Gives the services of {@code lti} what only this package knows: the key that signs, and
 * which addresses of an LMS may be called.
 */
@Configuration(proxyBeanMethods = false)
class LtiServiceConfiguration {

	@Bean
	SigningKey signingKey(ToolKeys keys) {
		return keys::signing;
	}

	@Bean
	CallPermit callPermit(LmsAddresses addresses) {
		return (registration, address) -> addresses
			.mayBeCalled(new PlatformId(UUID.fromString(registration.getRegistrationId())), address);
	}

}
