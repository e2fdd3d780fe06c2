package org.mentorprep.attempt;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.mentorprep.activity.Dimension;
import org.mentorprep.activity.Mark;
import org.mentorprep.attempt.AttemptResult.ScoredAttempt;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.testing.TinyPacks;

import static org.assertj.core.api.Assertions.assertThat;

/** Which attempt counts. */
class AttemptResultTests {

	private final AttemptResult passed = judged(0.71, true);

	private final AttemptResult passedBetter = judged(0.9, true);

	private final AttemptResult higherNotPassed = judged(0.95, false);

	@Test
	void passedAttemptIsBetterThanAHigherOneThatIsNot() {
		assertThat(AttemptResult.best(List.of(this.passed, this.higherNotPassed))).contains(this.passed);
	}

	@Test
	void higherScoreCountsAmongPassedOnes() {
		assertThat(AttemptResult.best(List.of(this.passed, this.passedBetter))).contains(this.passedBetter);
	}

	@Test
	void laterWorseAttemptChangesNothing() {
		assertThat(AttemptResult.best(List.of(this.passedBetter, this.passed))).contains(this.passedBetter);
	}

	@Test
	void earlierOfTwoEqualsStands() {
		assertThat(AttemptResult.best(List.of(this.passed, judged(0.71, true)))).contains(this.passed);
	}

	@Test
	void noAttemptCountsIfThereIsNone() {
		assertThat(AttemptResult.best(List.of())).isEmpty();
	}

	private static AttemptResult judged(double score, boolean passed) {
		return new AttemptResult(new ScoredAttempt(new AttemptId(UUID.randomUUID()), TinyPacks.FIRST,
				new ExerciseId("first-a"), new PackVersionId(UUID.randomUUID()),
				new Mark(score, Map.of(Dimension.E, score), Set.of()), Instant.EPOCH), passed, List.of());
	}

}
