package org.mentorprep.content.authoring.exercise;

import org.mentorprep.activity.dialogue.Wording;

/**
 * Words among which a mentor chooses.
 *
 * @param credit what they earn, 0 to 1
 */
public record Option(String text, double credit) {

	/** What counts as the best, and as partly right, in the word above the feedback. */
	private static final double BEST = 0.99;

	private static final double PARTIAL = 0.4;

	public boolean best() {
		return this.credit >= BEST;
	}

	public boolean partial() {
		return !best() && this.credit >= PARTIAL;
	}

	public boolean asks() {
		return Wording.asks(this.text);
	}

}
