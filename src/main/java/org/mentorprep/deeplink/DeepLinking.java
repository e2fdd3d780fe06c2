package org.mentorprep.deeplink;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mentorprep.launch.ContextId;
import org.mentorprep.launch.LearnerId;
import org.mentorprep.lti.message.DeepLinkingSettings;
import org.mentorprep.platform.PlatformId;

/**
 * One request of course staff to place something.
 *
 * @param learner who it came with, and the only one who may answer it
 * @param context the course; absent outside of one
 */
record DeepLinking(UUID id, LearnerId learner, PlatformId platform, String deploymentId, @Nullable ContextId context,
		DeepLinkingSettings settings, Instant expiresAt, boolean answered) {

	boolean isLate(Instant now) {
		return !now.isBefore(this.expiresAt);
	}

}
