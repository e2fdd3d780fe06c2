package org.mentorprep.lti.service;

/**
 * How far the learner has come (AGS 2.0, section 3.4), of what can be said truthfully
 * once there is a score.
 */
public enum ActivityProgress {

	/** Begun and not completed. */
	IN_PROGRESS("InProgress"),

	/** Completed. */
	COMPLETED("Completed");

	private final String word;

	ActivityProgress(String word) {
		this.word = word;
	}

	/** The word of the specification. */
	String word() {
		return this.word;
	}

}
