package org.mentorprep.launch;

import java.net.URI;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.mentorprep.lti.message.LtiMessage.Gradebook;
import org.mentorprep.lti.message.LtiMessage.ResourceLinkRequest;
import org.mentorprep.platform.PlatformId;

/**
 * One placement of the tool in a course (LTI 1.3 core, section 2.5), as its last launch
 * described it.
 *
 * @param lineItem URL of its line item (AGS 2.0, section 3.1); absent if the link has
 * none or services are off, {@code WireAddress.UNUSABLE} if the LMS names none that can
 * be called
 * @param lineItems URL of the line items of the course (AGS 2.0, section 3.1); absent if
 * the LMS does not say
 * @param scopes AGS scopes that the platform offers for this link
 * @param module custom parameter {@code module}: the module the link was placed for;
 * absent if it is for a whole programme
 * @param programme custom parameter {@code programme}: the programme the link was placed
 * for; absent if it names none
 */
public record Link(LinkId id, PlatformId platform, @Nullable ContextId context, @Nullable String title,
		@Nullable URI lineItem, @Nullable URI lineItems, Set<String> scopes, @Nullable String module,
		@Nullable String programme) {

	public Link {
		scopes = Set.copyOf(scopes);
	}

	public Link(LinkId id, PlatformId platform, @Nullable ContextId context, @Nullable String title,
			@Nullable URI lineItem, Set<String> scopes, @Nullable String module) {
		this(id, platform, context, title, lineItem, null, scopes, module, null);
	}

	/** The link as a launch describes it. */
	static Link of(LinkId id, PlatformId platform, @Nullable ContextId context, ResourceLinkRequest request) {
		Gradebook grades = request.grades();
		return new Link(id, platform, context, request.resourceLink().title(),
				(grades != null) ? grades.lineItem() : null, (grades != null) ? grades.lineItems() : null,
				(grades != null) ? grades.scopes() : Set.of(), request.custom().get("module"),
				request.custom().get("programme"));
	}

	/**
	 * The line item that takes our scores; absent if there is none, or if the platform
	 * does not let us post scores.
	 */
	public @Nullable URI scoreLineItem() {
		return this.scopes.contains(Gradebook.SCORE_SCOPE) ? this.lineItem : null;
	}

}
