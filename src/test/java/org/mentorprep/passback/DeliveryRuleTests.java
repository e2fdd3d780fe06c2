package org.mentorprep.passback;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.mentorprep.launch.LinkId;
import org.mentorprep.lti.service.ScoreReply;
import org.mentorprep.passback.CircuitBreaker.BackOff;
import org.mentorprep.passback.DeliveryClaims.ClaimedGrade;
import org.mentorprep.passback.DeliveryRule.Settlement;
import org.mentorprep.platform.PlatformId;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryRuleTests {

	private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

	private static final Instant STAMP = Instant.parse("2026-11-24T07:59:59Z");

	private static final ClaimedGrade THIRD_TRY = new ClaimedGrade(UUID.randomUUID(), UUID.randomUUID(), NOW,
			new PlatformId(UUID.randomUUID()), new LinkId(UUID.randomUUID()),
			URI.create("https://lms.example/lineitem"), "42", new Grade(60, false, "remark"), 1, 2, null);

	private final DeliveryRule rule = new DeliveryRule(new BackOff(Duration.ofSeconds(10)), Duration.ofMinutes(1));

	@Test
	void settlesWhatWasAccepted() {
		assertThat(settle(new ScoreReply.Accepted()))
			.isEqualTo(new Settlement(Delivery.State.ARRIVED, NOW, 0, null, STAMP, NOW.plusSeconds(60)));
	}

	@ParameterizedTest
	@CsvSource({ "NOT_ACCEPTED, REFUSED, 40", "FORBIDDEN, REFUSED, 40", "COLUMN_GONE, REFUSED, 40",
			"FOREIGN_ADDRESS, REFUSED, 40", "NOT_AUTHORIZED, ON_ITS_WAY, 40", "NO_TOKEN, ON_ITS_WAY, 40",
			"SCOPE_MISSING, ON_ITS_WAY, 40", "LOCKED, ON_ITS_WAY, 20480" })
	@DisplayName("case 148: what would be refused again is parked")
	void parksOnlyWhatWouldBeRefusedAgain(ScoreReply.Reason reason, Delivery.State state, long pause) {
		assertThat(settle(new ScoreReply.Refused(reason)))
			.isEqualTo(new Settlement(state, NOW.plusSeconds(pause), 3, reason.name(), STAMP, null));
	}

	@Test
	void triesAgainWhatWasNotAnswered() {
		assertThat(settle(new ScoreReply.Unreachable()))
			.isEqualTo(new Settlement(Delivery.State.ON_ITS_WAY, NOW.plusSeconds(40), 3, "UNREACHABLE", STAMP, null));
	}

	@Test
	void triesAgainWhenSomethingNewerIsThere() {
		assertThat(settle(new ScoreReply.NewerThere()))
			.isEqualTo(new Settlement(Delivery.State.ON_ITS_WAY, NOW.plusSeconds(40), 3, "NEWER_THERE", STAMP, null));
	}

	@ParameterizedTest
	@CsvSource({ "PT0S, 40", "PT30S, 40", "PT2M, 120", "P9D, 86400" })
	@DisplayName("case 149: Retry-After is kept, up to a day")
	void leavesLmsAloneAsLongAsItAsksButNoLongerThanADay(Duration after, long pause) {
		assertThat(settle(new ScoreReply.TryLater(after)).dueAt()).isEqualTo(NOW.plusSeconds(pause));
	}

	@ParameterizedTest
	@CsvSource({ "NOT_ACCEPTED, false", "FORBIDDEN, false", "COLUMN_GONE, false", "LOCKED, false",
			"FOREIGN_ADDRESS, false", "NOT_AUTHORIZED, true", "NO_TOKEN, true", "SCOPE_MISSING, true" })
	void blamesLmsOnlyForWhatWouldMeetEveryGrade(ScoreReply.Reason reason, boolean outage) {
		assertThat(DeliveryRule.isOutage(new ScoreReply.Refused(reason))).isEqualTo(outage);
	}

	private Settlement settle(ScoreReply reply) {
		return this.rule.settle(THIRD_TRY, reply, STAMP, NOW, 0);
	}

}
