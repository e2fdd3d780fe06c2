package org.mentorprep.deeplink;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.Placing;

import static org.assertj.core.api.Assertions.assertThat;

/** What is kept of placing, and for how long: the address back holds a session key. */
@IntegrationTest
@Tag("sql")
class ForgottenPlacingsIntegrationTests extends LaunchFixture {

	@Autowired
	private DeepLinkingRequests deepLinkings;

	@Autowired
	private Placements placed;

	private Placing placing;

	private String picker;

	@BeforeEach
	void open() {
		this.placing = new Placing(this.browser, this.platform);
		this.placing.settings.put("data", "opaque");
		this.picker = this.placing.open();
	}

	@Test
	void addressGoesAMinuteAfterTheAnswer() {
		this.placing.choose(this.picker, Map.of("what", "programme:mentor-preparation"));
		assertThat(this.browser.get(this.picker).statusCode()).isEqualTo(409);
		this.jdbc.sql("UPDATE deep_linking SET answered_at = :at WHERE platform = :platform")
			.param("at", Instant.now().minusSeconds(61).atOffset(ZoneOffset.UTC))
			.param("platform", this.platform.id().value())
			.update();
		this.deepLinkings.sweep();
		assertThat(secrets()).isEmpty();
	}

	@Test
	void sweepTakesTheAddressOfLateRequests() {
		expired(1);
		this.deepLinkings.sweep();
		assertThat(this.browser.get(this.picker).statusCode()).isEqualTo(410);
		assertThat(secrets()).isEmpty();
	}

	@Test
	void sweepLeavesOpenRequestsAlone() {
		this.deepLinkings.sweep();
		assertThat(secrets()).endsWith("\"opaque\"");
	}

	@Test
	void sweepForgetsRequestsOfTheDayBefore() {
		expired(24);
		this.deepLinkings.sweep();
		assertThat(rows("deep_linking")).isZero();
	}

	@Test
	void sweepForgetsWhatWasSentLongAgo() {
		this.placing.choose(this.picker, Map.of("what", "programme:mentor-preparation"));
		this.placed.sweep();
		assertThat(rows("placement")).isOne();
		this.jdbc.sql("UPDATE placement SET placed_at = :at WHERE platform = :platform")
			.param("at", Instant.now().minus(181, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC))
			.param("platform", this.platform.id().value())
			.update();
		this.placed.sweep();
		assertThat(rows("placement")).isZero();
	}

	private void expired(int hours) {
		this.jdbc.sql("UPDATE deep_linking SET expires_at = :at WHERE platform = :platform")
			.param("at", Instant.now().minus(hours, ChronoUnit.HOURS).atOffset(ZoneOffset.UTC))
			.param("platform", this.platform.id().value())
			.update();
	}

	/** The address and the data, as far as they are there. */
	private String secrets() {
		return this.jdbc.sql("SELECT return_url || COALESCE(data, '') FROM deep_linking WHERE platform = ?")
			.param(this.platform.id().value())
			.query(String.class)
			.single();
	}

	private int rows(String table) {
		return this.jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE platform = ?")
			.param(this.platform.id().value())
			.query(Integer.class)
			.single();
	}

}
