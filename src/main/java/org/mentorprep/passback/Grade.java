package org.mentorprep.passback;

/**
 * A grade as the gradebook is to show it.
 *
 * @param points of 100
 * @param remark says what was completed or what is missing
 */
public record Grade(int points, boolean completed, String remark) {

	/** What AGS calls scoreMaximum, for every grade of ours. */
	public static final int MAXIMUM = 100;

}
