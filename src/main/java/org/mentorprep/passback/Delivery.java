package org.mentorprep.passback;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Where the grade of one learner in one link is.
 *
 * @param points what was or will be sent, of 100
 * @param since when it arrived, or since when it is on its way
 * @param problem why it has not arrived; absent if it has, or was not tried yet
 */
public record Delivery(State state, int points, Instant since, @Nullable Problem problem) {

	/** The states of a grade on its way. */
	public enum State {

		/** Waiting to be sent, or being tried again. */
		ON_ITS_WAY,

		/** The LMS took it. */
		ARRIVED,

		/** The LMS refused it for good; trying again would not help. */
		REFUSED;

		/** The last part of the key of its words. */
		public String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
