package org.mentorprep.activity.dialogue;

import java.util.List;

import org.mentorprep.activity.Outcome;

/** What came of one answer in a conversation. */
public sealed interface DialogueOutcome extends Outcome {

	/** Counts decisions from 1. */
	int decision();

	/** One's own words were kept; nothing happened yet. */
	record OwnWords(int decision, String words) implements DialogueOutcome {

		@Override
		public String view() {
			return "dialogue-own-words";
		}

	}

	/**
	 * Something was said, and the other replied.
	 *
	 * @param node where it was said
	 * @param choice id of what was said
	 * @param before what was told and said before
	 * @param said the words that were chosen
	 * @param reply what the other said; her name is its speaker
	 * @param behaviour what the other did then
	 * @param effect the gist of the feedback
	 * @param feedback its paragraphs
	 * @param summary what happened, in the past tense
	 * @param trust where trust stands now
	 * @param capping whether what was said holds a pass back
	 */
	record Reply(int decision, String node, String choice, List<DialogueNode.Line> before, String said,
			DialogueNode.Line reply, String behaviour, Effect effect, List<String> feedback, String summary, int trust,
			boolean capping) implements DialogueOutcome {

		@Override
		public String view() {
			return "dialogue-reply";
		}

		/** Name of the one who replied. */
		public String speaker() {
			return this.reply.speaker();
		}

	}

}
