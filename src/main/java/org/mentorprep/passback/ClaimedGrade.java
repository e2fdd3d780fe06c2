package org.mentorprep.passback;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mentorprep.passback.grade.Grade;
import org.mentorprep.platform.PlatformId;

/**
 * A grade that this node has to itself, until the claim runs out.
 *
 * @param standing which of the learner's standings it is, to tell whether a newer one
 * came in meanwhile
 */
record ClaimedGrade(UUID id, UUID claim, Instant claimedUntil, PlatformId platform, URI lineItem, String userId,
		Grade grade, long standing, int tries, @Nullable Instant lastStamp) {
}
