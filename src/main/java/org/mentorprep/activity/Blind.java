package org.mentorprep.activity;

/**
 * Takes from a raw score what someone earns who answers without looking, so that only
 * understanding is worth anything.
 */
public final class Blind {

	private Blind() {
	}

	/**
	 * The share of what is left above the best blind answer.
	 * @param raw from 0 to 1
	 * @param blind the raw score of the best blind answer; below 1, or else there is
	 * nothing to tell apart, and the raw score stands
	 */
	public static double corrected(double raw, double blind) {
		return (blind < 1) ? Math.max(0, (raw - blind) / (1 - blind)) : raw;
	}

}
