package org.mentorprep.activity.dialogue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.mentorprep.activity.Dimension;

import static org.assertj.core.api.Assertions.assertThat;

class WordingTests {

	@ParameterizedTest
	@ValueSource(strings = { "Well done, that worked.", "“That was a really good start.", "You’re doing so well.",
			"I really liked the opening.", "Oh, what a lovely idea.", "I'm so impressed by that.", "Great. Now what?" })
	void hearsPraise(String text) {
		assertThat(Wording.opensWithPraise(choice(text, null))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "No, please don’t be.", "Everyone has lessons like that.", "We've all been there.",
			"It’s perfectly normal.", "I wouldn't call it a disaster." })
	void hearsReassurance(String text) {
		assertThat(Wording.opensWarmly(choice(text, null))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "At 10.42 you set the task.", "Goodness knows why.", "Take me to one moment.",
			"The timing was good, the rest was not.", "Wellbeing comes first." })
	void hearsNoWarmthInOtherOpenings(String text) {
		assertThat(Wording.opensWarmly(choice(text, null))).isFalse();
	}

	@Test
	void authorKnowsBetter() {
		assertThat(Wording.opensWarmly(choice("Da iawn ti.", "warm"))).isTrue();
		assertThat(Wording.markedDirect(choice("Perhaps.", "direct"))).isTrue();
		assertThat(Wording.markedDirect(choice("Stop it.", "warm"))).isFalse();
		assertThat(Wording.markedDirect(choice("Stop it.", null))).isFalse();
	}

	@Test
	void countsWhatSoftens() {
		assertThat(Wording.hedges(choice("Perhaps it was a bit long, do you think?", null))).isEqualTo(3);
		assertThat(Wording.hedges(choice("It was too long.", null))).isZero();
	}

	private static DialogueNode.Choice choice(String text, String tone) {
		return new DialogueNode.Choice("a", text, Map.of(Dimension.E, 3), 0, null, tone,
				new DialogueNode.Line("A", "Yes."), "", "", List.of(), Trust.Rule.always(Dialogue.END));
	}

}
