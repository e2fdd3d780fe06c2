package org.mentorprep.lti.service;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What stands in one cell of a gradebook (AGS 2.0, section 3.3.4).
 *
 * @param share of the maximum, from 0 to 1 or above; absent if there is no grade
 * @param timestamp only some LMSs tell it
 */
public record Result(String userId, @Nullable Double share, @Nullable Instant timestamp) {

	/** The points of as many, rounded; absent if there is no grade. */
	public @Nullable Integer pointsOf(int maximum) {
		return (this.share != null) ? (int) Math.round(this.share * maximum) : null;
	}

}
