package org.mentorprep.launch.door;

import java.time.Instant;

import org.mentorprep.platform.PlatformId;

/**
 * A login that waits for its launch.
 *
 * @param binding what the secret in the browser's cookie must hash to
 * @param spent whether its launch came already
 */
record PendingLaunch(String state, String nonce, PlatformId platform, String binding, Instant expiresAt,
		boolean spent) {

	boolean isLate(Instant now) {
		return !now.isBefore(this.expiresAt);
	}

}
