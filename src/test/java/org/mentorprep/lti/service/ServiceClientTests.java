package org.mentorprep.lti.service;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.oauth2.client.registration.ClientRegistration;

import org.mentorprep.lti.service.ServiceFailed.Reason;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Where no call goes, even if the address is the LMS's own. */
class ServiceClientTests {

	private static final ClientRegistration LMS = FaultyLms.registration("r1", "https://moodle.example",
			"https://tokens.example/token");

	@ParameterizedTest
	@ValueSource(strings = { "https://moodle.example/scores", "https://tokens.example/token" })
	void neitherServiceNorTokenIsAskedForWhereNoCallMayGo(String closed) {
		ServiceClient calls = new ServiceClient(new ServiceProperties(Duration.ofSeconds(1), Duration.ofSeconds(1)),
				() -> {
					throw new AssertionError("a token was asked for");
				}, (registration, address) -> !address.toString().equals(closed), Clock.systemUTC());
		assertThatExceptionOfType(ServiceFailed.class)
			.isThrownBy(() -> calls.call(LMS, Set.of(), URI.create("https://moodle.example/scores"), (http, token) -> {
				throw new AssertionError("a call was made");
			}))
			.extracting(ServiceFailed::reason)
			.isEqualTo(Reason.FOREIGN_ADDRESS);
	}

}
