package org.mentorprep.pack.kind;

import java.util.List;

/**
 * What a panel is asked about an exercise, so that its key rests on more than its
 * authors: what a mentor sees, the things to judge one by one, and what may be answered.
 * The key goes along for the comparison; whoever shows the questions leaves it out.
 *
 * @param situation paragraphs before everything else
 * @param choices the answers that may be given to each thing
 * @param pairs the things whose order matters, if it is places that are asked for
 */
public record PanelQuestions(Rule rule, List<String> situation, List<Choice> choices, List<Part> parts,
		List<Pair> pairs) {

	public PanelQuestions {
		situation = List.copyOf(situation);
		choices = List.copyOf(choices);
		parts = List.copyOf(parts);
		pairs = List.copyOf(pairs);
	}

	PanelQuestions(Rule rule, List<String> situation, List<Choice> choices, List<Part> parts) {
		this(rule, situation, choices, parts, List.of());
	}

	/** When the answers of a panel are agreement. */
	public enum Rule {

		/** Sixty of a hundred on one side are enough: scales. */
		NEAR,

		/** Forty of a hundred on another side are too many: all else. */
		CLEAR,

		/** Like {@link #CLEAR}, for each pair of places. */
		PLACES

	}

	/**
	 * An answer that may be given.
	 *
	 * @param word what stands for it in the file of answers
	 * @param words as the sheet says it, or the key of a message
	 * @param message whether it is the key of a message
	 * @param hint tells it from the others; empty if nothing needs to be said
	 * @param side answers on one side mean about the same
	 */
	public record Choice(String word, String words, boolean message, String hint, int side) {

		/** An answer that may be given in every exercise of a kind. */
		public static Choice spoken(String word, String messageKey, int side) {
			return new Choice(word, messageKey, true, "", side);
		}

		/** An answer that the authors of an exercise wrote. */
		static Choice written(String word, String words, String hint, int side) {
			return new Choice(word, words, false, hint, side);
		}

	}

	/**
	 * One decision, or all of an exercise that is answered on one page.
	 *
	 * @param before what is said before it
	 * @param ask empty if the kind asks the same everywhere
	 * @param inOrder whether the things stay in their order, as in a transcript
	 */
	public record Part(List<Line> before, String ask, List<Thing> things, boolean inOrder) {

		public Part {
			before = List.copyOf(before);
			things = List.copyOf(things);
		}

	}

	/**
	 * Something said or told.
	 *
	 * @param speaker empty if it is told
	 */
	public record Line(String speaker, String text) {
	}

	/**
	 * Something to judge, or a line of a transcript between such things.
	 *
	 * @param id unique in the exercise; it may give the key away
	 * @param speaker empty if nobody else says it
	 * @param asked whether the panel judges it
	 * @param key the word that the authors would answer; empty if their key is in the
	 * pairs
	 */
	public record Thing(String id, String speaker, String text, boolean asked, String key) {

		public Thing(String id, String text, String key) {
			this(id, "", text, true, key);
		}

	}

	/** Two things of which the authors put one first. */
	public record Pair(String first, String then) {
	}

}
