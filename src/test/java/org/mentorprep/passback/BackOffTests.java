package org.mentorprep.passback;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BackOffTests {

	private final BackOff backOff = new BackOff(Duration.ofSeconds(10));

	@ParameterizedTest
	@CsvSource({ "1, 10", "2, 20", "3, 40", "10, 5120", "14, 81920", "15, 81920", "1000, 81920" })
	void doublesUpToAboutADay(int failures, long seconds) {
		assertThat(this.backOff.pause(failures, 0)).isEqualTo(Duration.ofSeconds(seconds));
	}

	@Test
	void takesUpToHalfOfPauseAway() {
		assertThat(this.backOff.pause(2, 1)).isEqualTo(Duration.ofSeconds(10));
	}

	@Test
	void waitsLongForHumanBeing() {
		assertThat(this.backOff.longPause(1, 0)).isEqualTo(Duration.ofSeconds(5120));
	}

	@Test
	void neverPausesForNoTimeAtAll() {
		assertThat(new BackOff(Duration.ZERO).pause(1, 0)).isPositive();
	}

}
