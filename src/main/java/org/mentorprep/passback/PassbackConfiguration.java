package org.mentorprep.passback;

import java.time.Clock;
import java.util.UUID;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.mentorprep.lti.service.CallPermit;
import org.mentorprep.lti.service.SigningKey;
import org.mentorprep.passback.CircuitBreaker.BackOff;
import org.mentorprep.platform.LmsAddresses;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.ToolKeys;

/** Introduces the wire, which knows no rooms, to the room that keeps the keys. */
@Configuration(proxyBeanMethods = false)
class PassbackConfiguration {

	@Bean
	SigningKey signingKey(ToolKeys keys) {
		return keys::signing;
	}

	@Bean
	CallPermit callPermit(LmsAddresses addresses) {
		return (registration, address) -> addresses
			.mayBeCalled(new PlatformId(UUID.fromString(registration.getRegistrationId())), address);
	}

	@Bean
	BackOff backOff(PassbackProperties properties) {
		return new BackOff(properties.backoff());
	}

	/** Whoever tries may take twice as long as a claim: tokens, a retry and a look. */
	@Bean
	CircuitBreaker circuits(JdbcClient jdbc, BackOff backOff, PassbackProperties properties, Clock clock) {
		return new CircuitBreaker(jdbc, backOff, properties.lease().multipliedBy(2), clock);
	}

}
