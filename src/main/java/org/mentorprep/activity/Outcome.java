package org.mentorprep.activity;

/** What came of one answer, as a page shows it. */
public interface Outcome {

	/**
	 * Names the template fragment that shows this outcome, for example
	 * {@code dialogue-reply}.
	 */
	String view();

	/**
	 * One or two short sentences in the past tense that recall what happened; empty if
	 * there is nothing to recall.
	 */
	default String summary() {
		return "";
	}

	/**
	 * Whether something came of the answer that is shown. If nothing did, as with own
	 * words, the step is no decision, and one goes straight on.
	 */
	default boolean hasReply() {
		return !summary().isEmpty();
	}

}
