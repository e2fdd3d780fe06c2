package org.mentorprep.activity.dialogue;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TrustTests {

	private static final Trust.Rule RULE = new Trust.Rule(List.of(new Trust.Case(2, null, "opens"),
			new Trust.Case(null, -1, "closes"), new Trust.Case(1, 1, "waits")), "talks on");

	@Test
	void levelIsTheSideOfTheStart() {
		Trust trust = new Trust(1, -3, 3);
		assertThat(trust.level(0)).isEqualTo(Trust.Level.CLOSES);
		assertThat(trust.level(1)).isEqualTo(Trust.Level.POLITE);
		assertThat(trust.level(2)).isEqualTo(Trust.Level.OPENS_UP);
	}

	@Test
	void levelsHaveKeysOfWords() {
		assertThat(Trust.Level.values()).extracting(Trust.Level::messageKey)
			.containsExactly("activity.dialogue.trust.opens-up", "activity.dialogue.trust.polite",
					"activity.dialogue.trust.closes");
	}

	@Test
	void boundsOfACaseBelongToIt() {
		assertThat(List.of(RULE.at(3), RULE.at(2))).containsOnly("opens");
		assertThat(RULE.at(1)).isEqualTo("waits");
		assertThat(List.of(RULE.at(-1), RULE.at(-2))).containsOnly("closes");
	}

	@Test
	void whatNoCaseFitsGoesTheOtherWay() {
		assertThat(RULE.at(0)).isEqualTo("talks on");
	}

	@Test
	void firstCaseThatFitsWins() {
		Trust.Rule rule = new Trust.Rule(List.of(new Trust.Case(0, null, "first"), new Trust.Case(2, null, "second")),
				"otherwise");
		assertThat(rule.at(2)).isEqualTo("first");
	}

	@Test
	void caseWithoutBoundsAlwaysFits() {
		assertThat(new Trust.Case(null, null, "any").fits(-3)).isTrue();
		assertThat(new Trust.Case(null, null, "any").fits(3)).isTrue();
	}

	@Test
	void allThatMayComeOfARuleIsNamedInItsOrder() {
		assertThat(RULE.outcomes()).containsExactly("opens", "closes", "waits", "talks on");
		assertThat(Trust.Rule.always("end").outcomes()).containsExactly("end");
	}

}
