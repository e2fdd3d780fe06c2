package org.mentorprep.lti.message;

/**
 * Someone opens what one person did in a link, from the gradebook (LTI submission review
 * 1.0, section 4).
 *
 * @param opened the link and who opens it, as in any launch
 * @param forUser user id of the person whose work it is
 */
public record SubmissionReviewRequest(ResourceLinkRequest opened, String forUser) implements LtiMessage {

	@Override
	public LtiUser user() {
		return this.opened.user();
	}

	@Override
	public String deploymentId() {
		return this.opened.deploymentId();
	}

	@Override
	public Roles roles() {
		return this.opened.roles();
	}

	/** Whether somebody asks for their own work. */
	public boolean isOwn() {
		return user().sub().equals(this.forUser);
	}

}
