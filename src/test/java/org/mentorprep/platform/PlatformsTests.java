package org.mentorprep.platform;

import java.net.URI;
import java.time.Clock;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DuplicateKeyException;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.mentorprep.audit.Ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

/** Which registrations may stand in the table beside each other. */
@Tag("sql")
class PlatformsTests {

	private final JdbcClient jdbc = MigratedDatabase.emptied().jdbc();

	private final Platforms platforms = new Platforms(this.jdbc, new Proposals(this.jdbc, Clock.systemUTC()),
			mock(Ledger.class), Clock.systemUTC());

	@Test
	@DisplayName("case 172: of two that register themselves at once for the same LMS one is kept out")
	void lmsRegistersItselfOnce() {
		add("one", Platform.Origin.DYNAMIC);
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> add("two", Platform.Origin.DYNAMIC));
		assertThat(this.platforms.all()).extracting(Platform::clientId).containsExactly("one");
	}

	@Test
	void disabledRegistrationDoesNotStandInTheWay() {
		PlatformId before = add("one", Platform.Origin.DYNAMIC);
		this.platforms.change(before, Platform.State.PENDING, Platform.State.DISABLED);
		PlatformId after = add("two", Platform.Origin.DYNAMIC);
		assertThat(this.platforms.change(before, Platform.State.DISABLED, Platform.State.ENABLED)).isTrue();
		assertThat(this.platforms.find(after)).get().extracting(Platform::state).isEqualTo(Platform.State.PENDING);
	}

	@Test
	void operatorMayEnterSeveralClientsOfOneIssuer() {
		add("one", Platform.Origin.BY_HAND);
		add("two", Platform.Origin.BY_HAND);
		add("three", Platform.Origin.DYNAMIC);
		assertThat(this.platforms.all()).hasSize(3);
	}

	@Test
	void firstLaunchEnablesAndTellsItsTime() {
		PlatformId id = add("one", Platform.Origin.DYNAMIC);
		this.platforms.launched(this.platforms.find(id).orElseThrow());
		assertThat(this.platforms.registration(id)).get().satisfies((registration) -> {
			assertThat(registration.platform().enabled()).isTrue();
			assertThat(registration.lastLaunchAt()).isNotNull();
		});
	}

	private PlatformId add(String clientId, Platform.Origin origin) {
		URI lms = URI.create("https://lms.example.org");
		PlatformEntry entry = new PlatformEntry("An LMS", lms.toString(), clientId, Set.of("1", "2"),
				lms.resolve("/auth"), lms.resolve("/token"), lms.resolve("/jwks"));
		return this.platforms.add(entry, origin, Platform.State.PENDING);
	}

}
