package org.mentorprep.activity;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class MarkTests {

	@Test
	void pointsAreRoundedDown() {
		assertThat(mark(0.699).points()).isEqualTo(69);
		assertThat(mark(0.7).points()).isEqualTo(70);
	}

	@Test
	void sumOfFractionsDoesNotFallBelowThePointItMeans() {
		assertThat(mark(0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1).points()).isEqualTo(80);
	}

	@Test
	void dimensionThatWasNotTouchedHoldsNothingBack() {
		assertThat(mark(0.5).points(Dimension.E)).isEqualTo(30);
		assertThat(mark(0.5).points(Dimension.Q)).isEqualTo(100);
	}

	@Test
	void scoreLiesBetweenNothingAndAll() {
		assertThat(mark(0).points()).isZero();
		assertThat(mark(1).points()).isEqualTo(100);
		assertThatIllegalArgumentException().isThrownBy(() -> mark(1.1));
		assertThatIllegalArgumentException().isThrownBy(() -> mark(-0.1));
	}

	@Test
	void onlyWhatLiesBeyondBlindCounts() {
		assertThat(Mark.beyond(0.5, 0.75)).isCloseTo(0.5, within(1e-12));
		assertThat(Mark.beyond(0.5, 0.5)).isZero();
		assertThat(Mark.beyond(0.5, 0.2)).isZero();
		assertThat(Mark.beyond(0.5, 1)).isEqualTo(1);
	}

	@Test
	void blindAnswerThatEarnsAllLeavesNothingToShow() {
		assertThat(Mark.beyond(1, 1)).isEqualTo(1);
		assertThat(Mark.beyond(1, 0.9)).isZero();
	}

	private static Mark mark(double score) {
		return new Mark(score, Map.of(Dimension.E, 0.3), Set.of());
	}

}
