package org.mentorprep.activity.dialogue;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EffectTests {

	@Test
	void helpsFromNinetyNineOfAHundredOn() {
		assertThat(effect(1, 0, null)).isEqualTo(Effect.HELPS);
		assertThat(effect(0.99, 0, null)).isEqualTo(Effect.HELPS);
		assertThat(effect(0.98, 0, null)).isEqualTo(Effect.HELPS_IN_PART);
	}

	@Test
	void helpsInPartFromFortyOfAHundredOn() {
		assertThat(effect(0.4, -1, null)).isEqualTo(Effect.HELPS_IN_PART);
		assertThat(effect(0.39, 0, null)).isEqualTo(Effect.LEAVES_AS_IS);
	}

	@Test
	void littleCreditClosesOnlyWithAVerdictOrALossOfTrust() {
		assertThat(effect(0, 0, "taking_over")).isEqualTo(Effect.LEAVES_AS_IS);
		assertThat(effect(0, 1, null)).isEqualTo(Effect.LEAVES_AS_IS);
		assertThat(effect(0, -1, null)).isEqualTo(Effect.CLOSES);
		assertThat(effect(0, 0, "judgementoring")).isEqualTo(Effect.CLOSES);
	}

	@Test
	void effectsHaveKeysOfWords() {
		assertThat(Effect.values()).extracting(Effect::messageKey)
			.containsExactly("activity.dialogue.effect.helps", "activity.dialogue.effect.helps-in-part",
					"activity.dialogue.effect.leaves-as-is", "activity.dialogue.effect.closes");
	}

	private static Effect effect(double credit, int trust, String flag) {
		return Effect.of(credit, Conversations.choice("a", Map.of(), trust, flag, Trust.Rule.always(Dialogue.END)));
	}

}
