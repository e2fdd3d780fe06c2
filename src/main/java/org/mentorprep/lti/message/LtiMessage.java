package org.mentorprep.lti.message;

/**
 * What the LMS asks of the tool, one type a message type, so that nobody downstream has
 * to ask which claims are there (LTI 1.3 core, section 5.3.1).
 */
public sealed interface LtiMessage permits ResourceLinkRequest, DeepLinkingRequest, SubmissionReviewRequest {

	LtiUser user();

	/** The deployment that the message came through; one of the registration's. */
	String deploymentId();

	Roles roles();

}
