package org.mentorprep.diagnostic;

/**
 * Whether somebody needs the reading of a module, and a way to find out.
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
		NO_QUESTIONS,

		/** There are questions, and they were never answered. */
		UNTRIED,

		/** The reading is likely to help. */
		TRIED,

		/** The reading is optional. */
		KNOWN

	}

}
