package org.mentorprep.launch;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mentorprep.lti.message.DeepLinkingSettings;
import org.mentorprep.platform.PlatformId;

/**
 * Course staff came to place something, and passed all checks. Published inside the
 * transaction that saved it, with the person locked.
 *
 * @param request names it from now on, also in URLs
 * @param context the course; absent outside of one
 */
public record DeepLinkingRequested(UUID request, Learner learner, PlatformId platform, String deploymentId,
		@Nullable ContextId context, DeepLinkingSettings settings) {
}
