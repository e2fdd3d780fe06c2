package org.mentorprep.platform;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import org.mentorprep.platform.LmsAddresses.RegistrationProperties;
import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Where a registered LMS is called, if its name leads elsewhere by now. */
@IntegrationTest
@Tag("sql")
class LmsAddressesIntegrationTests extends LaunchFixture {

	@Autowired
	private Platforms platforms;

	@ParameterizedTest
	@CsvSource({ "DYNAMIC, https://10.0.0.1/jwks, false", "DYNAMIC, https://[::1]/jwks, false",
			"DYNAMIC, https://1.1.1.1/jwks, true", "DYNAMIC, https://127.0.0.1/jwks, true",
			"BY_HAND, https://10.0.0.1/jwks, true", "FILE, https://10.0.0.1/jwks, true" })
	void privateAddressIsForWhomTheOperatorNamedOnly(Platform.Origin origin, URI address, boolean callable) {
		this.jdbc.sql("UPDATE platform SET origin = :origin WHERE id = :id")
			.param("origin", origin)
			.param("id", this.platform.id())
			.update();
		assertThat(addresses().mayBeCalled(this.platform.id(), address)).isEqualTo(callable);
	}

	@Test
	void nameThatLeadsNowhereIsTheCallsOwnBusiness() {
		assertThat(addresses().mayBeCalled(this.platform.id(), URI.create("https://lms.invalid/jwks"))).isTrue();
	}

	private LmsAddresses addresses() {
		RegistrationProperties allowing = new RegistrationProperties(Set.of("127.0.0.1"), Duration.ofDays(7), false,
				Duration.ofSeconds(5));
		return new LmsAddresses(allowing, this.platforms);
	}

}
