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
import org.mentorprep.lti.service.ServiceFailed;
import org.mentorprep.lti.service.ServiceFailed.Reason;
import org.mentorprep.passback.DeliveryClaims.ClaimedGrade;
import org.mentorprep.passback.DeliveryRule.Settlement;
import org.mentorprep.platform.PlatformId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class DeliveryRuleTests {

	private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

	private static final Instant STAMP = Instant.parse("2026-11-24T07:59:59Z");

	private static final ClaimedGrade THIRD_TRY = new ClaimedGrade(UUID.randomUUID(), UUID.randomUUID(),
			new PlatformId(UUID.randomUUID()), new LinkId(UUID.randomUUID()),
			URI.create("https://lms.example/lineitem"), "42", new Grade(60, false, "remark"), 1, 2, null);

	private final DeliveryRule rule = new DeliveryRule(new PassbackProperties(SendPolicy.Send.PROGRESS, false,
			Duration.ofHours(1), Duration.ofSeconds(10), Duration.ofMinutes(9), 20, 4, Duration.ofMinutes(1)));

	@Test
	void settlesWhatWasAccepted() {
		assertThat(settle(null))
			.isEqualTo(new Settlement(Delivery.State.ARRIVED, NOW, 0, null, null, STAMP, NOW.plusSeconds(60)));
	}

	@ParameterizedTest
	@CsvSource({ "NOT_ACCEPTED, REFUSED, 40", "TURNED_DOWN, REFUSED, 40", "COURSE_CLOSED, REFUSED, 40",
			"UNUSABLE_ADDRESS, REFUSED, 40", "TOOL_FAULT, REFUSED, 40", "MOVED, ON_ITS_WAY, 20480",
			"UNCLEAR, ON_ITS_WAY, 40", "FORBIDDEN, REFUSED, 40", "NOT_FOUND, REFUSED, 40",
			"FOREIGN_ADDRESS, REFUSED, 40", "NOT_AUTHORIZED, ON_ITS_WAY, 40", "NO_TOKEN, ON_ITS_WAY, 40",
			"SCOPE_MISSING, ON_ITS_WAY, 40", "LOCKED, ON_ITS_WAY, 20480" })
	@DisplayName("case 148: what would be refused again is parked")
	void parksOnlyWhatWouldBeRefusedAgain(Reason reason, Delivery.State state, long pause) {
		assertThat(settle(new ServiceFailed(reason))).isEqualTo(new Settlement(state, NOW.plusSeconds(pause), 3,
				Delivery.Reason.of(new ServiceFailed(reason)), null, STAMP, null));
	}

	@Test
	void triesAgainWhatWasNotAnswered() {
		assertThat(settle(new ServiceFailed(Reason.UNREACHABLE))).isEqualTo(new Settlement(Delivery.State.ON_ITS_WAY,
				NOW.plusSeconds(40), 3, Delivery.Reason.NO_ANSWER, null, STAMP, null));
	}

	@Test
	void triesAgainWhenSomethingNewerIsThere() {
		assertThat(settle(new ServiceFailed(Reason.CONFLICT))).isEqualTo(new Settlement(Delivery.State.ON_ITS_WAY,
				NOW.plusSeconds(40), 3, Delivery.Reason.NEWER_THERE, null, STAMP, null));
	}

	@ParameterizedTest
	@CsvSource({ "PT0S, 40", "PT30S, 40", "PT2M, 120", "P9D, 86400" })
	@DisplayName("case 149: Retry-After is kept, up to a day")
	void leavesLmsAloneAsLongAsItAsksButNoLongerThanADay(Duration after, long pause) {
		assertThat(settle(later(after)).dueAt()).isEqualTo(NOW.plusSeconds(pause));
	}

	@ParameterizedTest
	@CsvSource({ "NOT_ACCEPTED, false", "TURNED_DOWN, false", "COURSE_CLOSED, false", "UNUSABLE_ADDRESS, false",
			"TOOL_FAULT, false", "NOT_YET, false", "MOVED, false", "UNCLEAR, true", "FORBIDDEN, false",
			"NOT_FOUND, false", "CONFLICT, false", "TRY_LATER, true", "UNREACHABLE, true", "LOCKED, false",
			"FOREIGN_ADDRESS, false", "NOT_AUTHORIZED, true", "NO_TOKEN, true", "SCOPE_MISSING, true" })
	void blamesLmsOnlyForWhatWouldMeetEveryGrade(Reason reason, boolean outage) {
		assertThat(DeliveryRule.isOutage(new ServiceFailed(reason))).isEqualTo(outage);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			2026-11-24T08:00:00.900Z,                     , 2026-11-24T08:00:00Z
			2026-11-24T08:00:00.900Z, 2026-11-24T07:59:59Z, 2026-11-24T08:00:00Z
			2026-11-24T08:00:00.900Z, 2026-11-24T08:00:00Z, 2026-11-24T08:00:01Z
			2026-11-24T08:00:00.900Z, 2026-11-24T08:00:05Z, 2026-11-24T08:00:06Z
			2026-11-24T08:00:06Z    , 2026-11-24T08:00:05Z, 2026-11-24T08:00:06Z
			""")
	void stampIsLaterThanLastInWholeSecondsAndNoLaterThanNeeded(Instant now, Instant last, Instant expected) {
		assertThat(DeliveryRule.nextStamp(now, last)).isEqualTo(expected);
	}

	/** What only a response of an LMS says. */
	private static ServiceFailed later(Duration after) {
		ServiceFailed failure = mock();
		given(failure.reason()).willReturn(Reason.TRY_LATER);
		given(failure.retryAfter()).willReturn(after);
		return failure;
	}

	private Settlement settle(ServiceFailed failure) {
		return this.rule.settle(THIRD_TRY, failure, STAMP, NOW, 0);
	}

}
