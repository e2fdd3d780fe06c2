package org.mentorprep.lti.message;

import org.jspecify.annotations.Nullable;

/**
 * Someone wants to choose what to place in a course (Deep Linking 2.0, section 4.4).
 *
 * @param context the course; absent outside of one
 */
public record DeepLinkingRequest(LtiUser user, String deploymentId, Roles roles, @Nullable CourseContext context,
		DeepLinkingSettings settings) implements LtiMessage {
}
