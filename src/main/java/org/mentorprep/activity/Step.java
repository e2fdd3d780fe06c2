package org.mentorprep.activity;

/** One thing to answer, as a page shows it. */
public interface Step {

	/**
	 * Names the template fragment that shows this step, for example
	 * {@code dialogue-choice}.
	 */
	String view();

}
