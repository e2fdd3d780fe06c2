package org.mentorprep.passback;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.SqlCount;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures how many waiting grades a second go out while mentors launch one after the
 * other, and what that does to the launches: an LMS is back after a long outage. Runs
 * only when it is asked for, on both databases: {@code mvn test -Dtest=DrainBenchmark},
 * with {@code -Dbenchmark.grades=1000} for a short look.
 */
@IntegrationTest
class DrainBenchmark extends LaunchFixture {

	private static final int GRADES = Integer.getInteger("benchmark.grades", 100_000);

	private static final int LAUNCHES = 500;

	private static final OffsetDateTime THEN = OffsetDateTime.of(2026, 11, 24, 8, 0, 0, 0, ZoneOffset.UTC);

	@Autowired
	private JdbcTemplate template;

	private final UUID lms = UUID.randomUUID();

	@Test
	void measuresLaunchesWhileGradesGoOut() {
		try (WillingPlatform willing = new WillingPlatform()) {
			write(willing.url());
			launches(LAUNCHES);
			List<Long> before = launches(LAUNCHES);
			long statements = SqlCount.ofGradeThreads();
			long begun = System.nanoTime();
			this.jdbc.sql("UPDATE platform SET enabled = TRUE WHERE id = ?").param(this.lms).update();
			List<Long> during = launchesWhile(() -> willing.scores() < GRADES);
			double seconds = (System.nanoTime() - begun) / 1e9;
			System.err.printf("%d grades in %.1f s: %.0f a second, %.1f SQL statements each%n", willing.scores(),
					seconds, willing.scores() / seconds,
					(double) (SqlCount.ofGradeThreads() - statements) / willing.scores());
			tell("before", before);
			tell("meanwhile", during);
			assertThat(willing.scores()).isEqualTo(GRADES);
		}
	}

	private List<Long> launches(int number) {
		List<Long> left = new ArrayList<>();
		return launchesWhile(() -> left.size() < number && left.add(0L));
	}

	/** How many microseconds each took, from the login to the tool's first page. */
	private List<Long> launchesWhile(BooleanSupplier going) {
		List<Long> times = new ArrayList<>();
		while (going.getAsBoolean()) {
			long begun = System.nanoTime();
			anotherBrowser().launch(this.platform, "user-" + times.size() % 50, "link-1", "Learner");
			times.add((System.nanoTime() - begun) / 1000);
		}
		return times;
	}

	private static void tell(String when, List<Long> times) {
		List<Long> sorted = times.stream().sorted().toList();
		System.err.printf("Launches %s: %d, median %.1f ms, 95 of 100 within %.1f ms%n", when, sorted.size(),
				sorted.get(sorted.size() / 2) / 1e3, sorted.get(sorted.size() * 95 / 100) / 1e3);
	}

	/** An LMS that is switched off for now, and grades that wait for it. */
	private void write(String url) {
		UUID link = UUID.randomUUID();
		insert("platform (id, name, issuer, client_id, authorization_endpoint, token_endpoint, jwks_uri, enabled, registered_at)",
				List.<Object[]>of(new Object[] { this.lms, "LMS", url, "benchmark", url + "/auth", url + "/token",
						url + "/jwks", false, THEN }));
		insert("resource_link (id, platform, deployment_id, resource_link_id, scopes, created_at)",
				List.<Object[]>of(new Object[] { link, this.lms, "d", "l", "", THEN }));
		for (int at = 0; at < GRADES; at += 1000) {
			List<UUID> ids = new ArrayList<>();
			for (int one = at; one < Math.min(at + 1000, GRADES); one++) {
				ids.add(UUID.randomUUID());
			}
			insert("person (id, created_at)", ids.stream().map((id) -> new Object[] { id, THEN }).toList());
			insert("learner (id, person, platform, sub, created_at)",
					ids.stream().map((id) -> new Object[] { id, id, this.lms, id.toString(), THEN }).toList());
			insert("grade_delivery (id, learner, resource_link, platform, line_item, user_id, points, completed, remark, revision, state, state_since, due_at, tries, created_at)",
					ids.stream()
						.map((id) -> new Object[] { id, id, link, this.lms, url, id.toString(), 80, true, "r", 1,
								"ON_ITS_WAY", THEN, THEN, 0, THEN })
						.toList());
		}
	}

	private void insert(String table, List<Object[]> rows) {
		String marks = "?, ".repeat(rows.get(0).length - 1) + "?";
		this.template.batchUpdate("INSERT INTO " + table + " VALUES (" + marks + ")", rows);
	}

}
