package org.mentorprep.activity.dialogue;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.mentorprep.activity.Dimension;

/**
 * One decision of a conversation, as the author wrote it.
 *
 * @param say what is told and said before the decision
 * @param ownWords asks for one's own words before the choices are shown, if it stands
 * @param ask the question above the choices
 */
public record DialogueNode(String id, List<Line> say, @Nullable String ownWords, String ask, List<Choice> choices) {

	public DialogueNode {
		say = List.copyOf(say);
		choices = List.copyOf(choices);
	}

	/**
	 * One thing to say, and what comes of it.
	 *
	 * @param score 0..3 in each dimension that it touches
	 * @param trust how far it moves trust
	 * @param flag what kind of slip it is, for example {@code judgementoring}
	 * @param tone what one hears in it whatever it is worth, if the author says so:
	 * {@code warm} opens with praise or reassurance, {@code direct} says it straight
	 * @param behaviour one line of what the other does after the reply
	 * @param summary what happened, in the past tense, for the debrief
	 * @param feedback paragraphs: the effect and its reason, then what would be better or
	 * when this would be right
	 * @param next node id, or {@link Dialogue#END}
	 */
	public record Choice(String id, String text, Map<Dimension, Integer> score, int trust, @Nullable String flag,
			@Nullable String tone, Line reply, String behaviour, String summary, List<String> feedback,
			Trust.Rule next) {

		public Choice {
			score = Map.copyOf(score);
			feedback = List.copyOf(feedback);
		}

	}

	/**
	 * One thing said or told in a conversation.
	 *
	 * @param speaker name to show; empty if it is told, not said
	 */
	public record Line(String speaker, String text) {

		public boolean narration() {
			return this.speaker.isEmpty();
		}

	}

}
