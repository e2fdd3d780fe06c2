package org.mentorprep.activity;

/** What came of one answer, as a page shows it. */
public interface Outcome {

	/**
	 * Names the template fragment that shows this outcome, for example
	 * {@code dialogue-reply}.
	 */
	String view();

}
