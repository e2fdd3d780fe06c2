package org.mentorprep.launch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.mentorprep.platform.Platforms;
import org.mentorprep.platform.Secret;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.TestPlatform;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of logins that nobody finishes. */
@IntegrationTest
@Tag("sql")
class PendingLaunchesIntegrationTests {

	@Autowired
	private PendingLaunches pendingLaunches;

	@Autowired
	private Platforms platforms;

	@Autowired
	private JdbcClient jdbc;

	private static final Instant NOW = Instant.now();

	private TestPlatform platform;

	@BeforeEach
	void register() {
		this.jdbc.sql("DELETE FROM pending_launch").update();
		this.platform = TestPlatform.register(this.jdbc);
	}

	@AfterEach
	void close() {
		this.platform.close();
	}

	@Test
	void forgetsAtTheNextLoginWhatNobodyFinished() {
		List<String> states = List.of(late(Duration.ofHours(9)), late(Duration.ofHours(9)), late(Duration.ofHours(9)));
		begin();
		assertThat(states).noneMatch(this::isKept);
	}

	@Test
	void remembersForAWhileWhoWasTooLate() {
		String state = late(Duration.ofMinutes(30));
		begin();
		assertThat(isKept(state)).isTrue();
	}

	@Test
	void forgetsNoMoreThanAHundredAtOnce() {
		List<String> states = IntStream.range(0, 101).mapToObj((number) -> late(Duration.ofDays(30))).toList();
		begin();
		assertThat(states).filteredOn(this::isKept).hasSize(1);
		begin();
		assertThat(states).noneMatch(this::isKept);
	}

	@Test
	@DisplayName("case 18: however many logins wait, the newest stay and the others go")
	void waitingLoginsAreBoundedInNumber() {
		String before = late(Duration.ofMinutes(30));
		List<String> newest = List.of(late(Duration.ofDays(-1)), late(Duration.ofDays(-2)));
		this.pendingLaunches.bound(2);
		assertThat(isKept(before)).isFalse();
		assertThat(newest).allMatch(this::isKept);
		this.pendingLaunches.bound(0);
	}

	private void begin() {
		this.pendingLaunches.begin(this.platforms.find(this.platform.id()).orElseThrow(), "binding", null);
	}

	/** A login that ended so long ago, all of them at the same moment. */
	private String late(Duration since) {
		String state = Secret.fresh();
		this.jdbc.sql("""
				INSERT INTO pending_launch (state, nonce, platform, binding, expires_at)
				VALUES (:state, 'nonce', :platform, 'binding', :expiresAt)""")
			.param("state", state)
			.param("platform", this.platform.id().value())
			.param("expiresAt", NOW.minus(since).atOffset(ZoneOffset.UTC))
			.update();
		return state;
	}

	private boolean isKept(String state) {
		return this.pendingLaunches.find(state).isPresent();
	}

}
