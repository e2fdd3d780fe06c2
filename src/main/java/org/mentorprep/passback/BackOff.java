package org.mentorprep.passback;

import java.time.Duration;

/** How long to leave an LMS, or a line item, alone after a failure. */
class BackOff {

	/** From here on a pause no longer grows: 10 s come to 22 hours. */
	private static final int LAST_DOUBLING = 13;

	/** Where a pause begins that waits for a human being: 10 s come to 85 minutes. */
	private static final int LONG_DOUBLING = 9;

	private final Duration first;

	BackOff(Duration first) {
		this.first = first;
	}

	/**
	 * The pause after so many failures in a row.
	 * @param jitter from 0 to 1; takes up to half of the pause away, so that those who
	 * failed together do not come back together
	 */
	Duration pause(int failures, double jitter) {
		return scaled(Math.max(0, failures - 1), jitter);
	}

	/** The pause after a failure that lasts until somebody changes something. */
	Duration longPause(int failures, double jitter) {
		return scaled(LONG_DOUBLING + Math.max(0, failures - 1), jitter);
	}

	private Duration scaled(int doublings, double jitter) {
		long pause = this.first.toMillis() << Math.min(doublings, LAST_DOUBLING);
		return Duration.ofMillis(Math.max(1, Math.round(pause * (1 - jitter / 2))));
	}

}
