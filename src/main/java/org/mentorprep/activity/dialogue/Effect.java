package org.mentorprep.activity.dialogue;

import java.util.Locale;

/**
 * The one word on what a choice did, so that feedback begins with its gist. Made of the
 * credit within the node, so that word and mark never contradict each other.
 */
public enum Effect {

	/** Full credit. */
	HELPS,
	/** At least {@value #PART} of the credit. */
	HELPS_IN_PART,
	/** Less than that, without harm to the relationship. */
	LEAVES_AS_IS,
	/** Less than that, and a verdict or a loss of trust. */
	CLOSES;

	private static final double FULL = 0.99;

	private static final double PART = 0.4;

	static Effect of(double credit, DialogueNode.Choice choice) {
		if (credit >= FULL) {
			return HELPS;
		}
		if (credit >= PART) {
			return HELPS_IN_PART;
		}
		return ("judgementoring".equals(choice.flag()) || choice.trust() < 0) ? CLOSES : LEAVES_AS_IS;
	}

	/** Key of the words in the message files. */
	public String messageKey() {
		return "activity.dialogue.effect." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
