package org.mentorprep.mentor;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the course gradebook has or gets, in the mentor's terms.
 *
 * @param points what was or will be sent, of 100; 0 in the states in which nothing is
 * @param since when it arrived, or since when it is on its way; absent else
 * @param programme whether the grade is that of the whole programme (share of modules
 * completed) and not that of one module
 * @param capped whether less is sent than was reached, because a module that is not
 * completed is never sent as more than {@code cap}
 * @param cap the most that is sent while the module is not completed
 */
record GradebookStatus(State state, int points, @Nullable Instant since, boolean programme, boolean capped, int cap) {

	/** Where a grade is. */
	enum State {

		/** The person gets no grade here: course staff and onlookers. */
		NOT_FOR_YOU,

		/** The activity has no column in the gradebook. */
		NO_COLUMN,

		/** Nothing was finished yet, so there is nothing to send. */
		NOTHING_YET,

		/** Waiting to be sent, or being tried again; nothing for the mentor to do. */
		ON_ITS_WAY,

		/** The LMS does not answer; it is tried again and again. */
		WAITING,

		/** The LMS answers and takes no grade for now; course staff can see why. */
		HELD,

		/** The gradebook took it. */
		ARRIVED,

		/** The gradebook refused it; course staff have to look. */
		REFUSED

	}

}
