package org.mentorprep.activity.dialogue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.mentorprep.activity.Answer;
import org.mentorprep.activity.Step;

/** One thing to answer in a conversation, with all that its page shows. */
public sealed interface DialogueStep extends Step {

	/** Counts decisions from 1; one's own words belong to the decision they precede. */
	int decision();

	/** What is told and said before. */
	List<DialogueNode.Line> say();

	/**
	 * Write first what you would say. Answered by the field {@code words}; empty is fine.
	 *
	 * @param prompt the author's request to write
	 */
	record OwnWords(int decision, List<DialogueNode.Line> say, String prompt) implements DialogueStep {

		/** Longest answer that is kept, in characters. */
		public static final int MAX_LENGTH = 2000;

		@Override
		public String view() {
			return "dialogue-own-words";
		}

		public int maxLength() {
			return MAX_LENGTH;
		}

	}

	/**
	 * Choose what to say. Answered by the field {@code choice} with the id of an option.
	 * The form sends its place instead, counted from 1 in the order of this attempt: an
	 * id such as {@code verdict} would give the key away.
	 *
	 * @param ask the question above the options
	 * @param options in the order in which this attempt shows them
	 * @param ownWords what one wrote for this decision; null if that was not asked, empty
	 * if nothing was written
	 */
	record Choose(int decision, List<DialogueNode.Line> say, String ask, List<Option> options,
			@Nullable String ownWords) implements DialogueStep {

		@Override
		public String view() {
			return "dialogue-choice";
		}

		/** The answer that a form means; chooses nothing if there is no such place. */
		Answer read(Answer sent) {
			String place = sent.first("choice").orElse("");
			return new Answer(Map.of("choice",
					IntStream.range(0, this.options.size())
						.filter((index) -> place.equals(String.valueOf(index + 1)))
						.mapToObj((index) -> this.options.get(index).id())
						.toList()));
		}

	}

	/** One option as it is shown. */
	record Option(String id, String text) {
	}

}
