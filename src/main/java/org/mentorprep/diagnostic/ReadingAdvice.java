package org.mentorprep.diagnostic;

/**
 * How somebody stands to the ground that the reading of a module covers.
 *
 * @param minutes honest estimate for one sitting; 0 if there are no questions
 * @param sittings how many there were; the last one is the one to look at
 */
public record ReadingAdvice(State state, int minutes, int sittings) {

	/** Whether there may be another sitting. */
	public boolean more() {
		return this.sittings < Sitting.MOST;
	}

	/** Whether they know it. */
	public enum State {

		/** There are no questions to find out. */
		NOT_ASKED,

		/** There are questions, and they were never answered. */
		UNTRIED,

		/** The reading is likely to help. */
		TRIED,

		/** The reading is optional. */
		KNOWN

	}

}
