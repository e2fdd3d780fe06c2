package org.mentorprep.activity;

/** What came of one answer, as a page shows it. */
public interface Outcome {

	/**
	 * Names the template fragment that shows this outcome, for example
	 * {@code dialogue-reply}.
	 */
	String view();

	/**
	 * One or two short sentences in the past tense that recall what happened. Empty if
	 * nothing came of the answer, as with own words: then there is no reply to show, and
	 * the step is no decision.
	 */
	default String summary() {
		return "";
	}

}
