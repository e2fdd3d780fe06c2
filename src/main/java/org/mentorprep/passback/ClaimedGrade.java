package org.mentorprep.passback;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mentorprep.launch.LinkId;
import org.mentorprep.passback.grade.Grade;
import org.mentorprep.platform.PlatformId;

/**
 * A grade that this node has to itself, until the claim runs out.
 *
 * @param standing which of the learner's standings it is, to tell whether a newer one
 * came in meanwhile
 */
record ClaimedGrade(UUID id, UUID claim, Instant claimedUntil, PlatformId platform, LinkId link, URI lineItem,
		String userId, Grade grade, long standing, int tries, @Nullable Instant lastStamp) {

	/** The same grade for another column. */
	ClaimedGrade in(URI column) {
		return new ClaimedGrade(this.id, this.claim, this.claimedUntil, this.platform, this.link, column, this.userId,
				this.grade, this.standing, this.tries, this.lastStamp);
	}

}
