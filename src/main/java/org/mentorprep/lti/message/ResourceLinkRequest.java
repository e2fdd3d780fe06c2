package org.mentorprep.lti.message;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Someone opens a placement of the tool (LTI 1.3 core, section 5.3).
 *
 * @param context the course; absent outside of one
 * @param grades the gradebook; absent if the LMS offers none
 * @param custom custom parameters that have a value
 */
public record ResourceLinkRequest(LtiUser user, String deploymentId, Roles roles, ResourceLink resourceLink,
		@Nullable CourseContext context, @Nullable Gradebook grades, Map<String, String> custom) implements LtiMessage {

	public ResourceLinkRequest {
		custom = Map.copyOf(custom);
	}

}
