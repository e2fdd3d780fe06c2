package org.mentorprep.passback;

/**
 * A grade as the gradebook is to show it.
 *
 * @param points of 100
 * @param remark says what was completed or what is missing
 */
record Grade(int points, boolean completed, String remark) {

	/** What AGS calls scoreMaximum, for every grade of ours. */
	static final int MAXIMUM = 100;

}
