package org.mentorprep.passback;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.mentorprep.passback.DeliveryRule.Stamps;

import static org.assertj.core.api.Assertions.assertThat;

class StampsTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			2026-11-24T08:00:00.900Z,                     , 2026-11-24T08:00:00Z
			2026-11-24T08:00:00.900Z, 2026-11-24T07:59:59Z, 2026-11-24T08:00:00Z
			2026-11-24T08:00:00.900Z, 2026-11-24T08:00:00Z, 2026-11-24T08:00:01Z
			2026-11-24T08:00:00.900Z, 2026-11-24T08:00:05Z, 2026-11-24T08:00:06Z
			2026-11-24T08:00:06Z    , 2026-11-24T08:00:05Z, 2026-11-24T08:00:06Z
			""")
	void isLaterThanLastInWholeSecondsAndNoLaterThanNeeded(Instant now, Instant last, Instant expected) {
		assertThat(Stamps.next(now, last)).isEqualTo(expected);
	}

}
