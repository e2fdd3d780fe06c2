package org.mentorprep.fuzz;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

import org.mentorprep.launch.Refusals;
import org.mentorprep.registration.Invitations;
import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Throws spoilt logins, launches and registrations at the tool: 2,000 in the profile full
 * and 20,000 in the profile endurance, half of them on each database. To repeat an attack
 * of a failed run: {@code -Pfull -DargLine="-Dfuzz.seed=… -Dfuzz.attacks=1"}.
 */
@IntegrationTest
class FuzzIntegrationTests extends LaunchFixture {

	/** How many refusals are kept between two sweeps, of which there is one a minute. */
	private static final int REFUSALS_A_MINUTE = 500;

	/**
	 * The same attacks in every build, which fails for what was changed; others by hand.
	 */
	private static final long SEED = 20_261_124;

	@Autowired
	private Invitations invitations;

	@Autowired
	private Refusals refusals;

	@AfterEach
	void forget() {
		ReflectionTestUtils.invokeMethod(this.refusals, "sweep");
		LimitedFuzz.forget(this.jdbc);
	}

	@Test
	@Tag("full")
	void nothingGetsInAndNothingLeaks() throws IOException {
		attack(Integer.getInteger("fuzz.attacks", 1_000));
	}

	@Test
	@Tag("endurance")
	void nothingGetsInAndNothingLeaksInVeryManyAttacks() throws IOException {
		attack(10_000);
	}

	private void attack(int number) throws IOException {
		long seed = Long.getLong("fuzz.seed", SEED);
		Instant begun = Instant.now();
		Rows before = Rows.count(this.jdbc);
		try (FuzzLms lms = new FuzzLms()) {
			Intruder intruder = new Intruder(this.toolUrl.base(), this.platform, lms,
					(host) -> this.invitations.make("Fuzz", host).secret());
			Fuzz fuzz = new Fuzz(intruder, this.jdbc, false);
			List<String> failures = fuzz.attack(seed, number);
			Duration took = Duration.between(begun, Instant.now());
			System.out.printf("Fuzz: %d attacks from seed %d in %d s, %d let in, %d registered%n", number, seed,
					took.toSeconds(), fuzz.letIn(), fuzz.registered());
			assertThat(failures).isEmpty();
			Map<String, Integer> bounds = before.bounds(intruder, fuzz,
					REFUSALS_A_MINUTE * (int) (took.toMinutes() + 2));
			assertThat(Rows.count(this.jdbc).counts())
				.allSatisfy((table, rows) -> assertThat(rows).as(table).isLessThanOrEqualTo(bounds.get(table)));
		}
	}

}
