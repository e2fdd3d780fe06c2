package org.mentorprep.activity;

/** One thing to answer, as a page shows it. */
public interface Step {

	/**
	 * Names the template fragment that shows this step, for example
	 * {@code dialogue-choice}.
	 */
	String view();

	/**
	 * Which stage of its kind this is, for kinds that have stages, from 1; told to the
	 * words that say where one is.
	 */
	default int stage() {
		return 0;
	}

}
