package org.mentorprep.content;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.mentorprep.activity.Dimension;
import org.mentorprep.activity.Mark;
import org.mentorprep.activity.dialogue.Dialogue;
import org.mentorprep.activity.dialogue.Trust;

import static org.assertj.core.api.Assertions.assertThat;

class PassRuleTests {

	private static final PassRule RULE = new PassRule(70, 50);

	private static final Dialogue CAPPED = new Dialogue(Set.of(Dimension.B), Set.of(Dimension.B), Set.of("boundary"),
			new Trust(0, -1, 1), "a", Map.of(), Trust.Rule.always("Over."));

	@Test
	void enoughInAllPasses() {
		assertThat(RULE.passes(mark(0.7, 0.5), CAPPED)).isTrue();
	}

	@Test
	void tooLittleInTotalDoesNotPass() {
		assertThat(RULE.passes(mark(0.69, 1), CAPPED)).isFalse();
	}

	@Test
	void criticalDimensionBelowTheFloorDoesNotPass() {
		assertThat(RULE.passes(mark(1, 0.49), CAPPED)).isFalse();
		assertThat(RULE.below(mark(1, 0.49), Set.of(Dimension.B))).containsExactly(Dimension.B);
	}

	@Test
	void flagThatCapsHoldsAFullScoreBack() {
		assertThat(RULE.passes(mark(1, 1, "boundary"), CAPPED)).isFalse();
	}

	@Test
	void otherFlagsHoldNothingBack() {
		assertThat(RULE.passes(mark(1, 1, "evasion"), CAPPED)).isTrue();
	}

	private static Mark mark(double score, double boundaries, String... flags) {
		return new Mark(score, Map.of(Dimension.B, boundaries), Set.of(flags));
	}

}
