package org.mentorprep.lti.message;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What the LMS asks of the tool, one type a message type, so that nobody downstream has
 * to ask which claims are there (LTI 1.3 core, section 5.3.1).
 */
public sealed interface LtiMessage
		permits LtiMessage.ResourceLinkRequest, LtiMessage.DeepLinkingRequest, LtiMessage.SubmissionReviewRequest {

	LtiUser user();

	/** The deployment that the message came through; one of the registration's. */
	String deploymentId();

	Roles roles();

	/**
	 * Where the LMS wants people back; absent if it does not say. It may carry the user's
	 * session key, so it is never logged, and it counts at a site of the LMS only.
	 */
	@Nullable URI returnUrl();

	/** Every address at the LMS that the message names. */
	default Stream<URI> addresses() {
		return Stream.ofNullable(returnUrl());
	}

	/** The course that a message comes from (LTI 1.3 core, section 5.4.1). */
	public record CourseContext(String id, @Nullable String title) {
	}

	/**
	 * Someone wants to choose what to place in a course (Deep Linking 2.0, section 4.4).
	 *
	 * @param context the course; absent outside of one
	 */
	public record DeepLinkingRequest(LtiUser user, String deploymentId, Roles roles, @Nullable CourseContext context,
			DeepLinkingSettings settings) implements LtiMessage {

		@Override
		public URI returnUrl() {
			return this.settings.returnUrl();
		}

	}

	/**
	 * What the LMS takes back from a choice, and where (Deep Linking 2.0, section 4.4.1).
	 *
	 * @param returnUrl carries the user's session key in some LMSs, so it is never logged
	 * @param acceptLinks whether links to this tool may be placed at all
	 * @param acceptMultiple whether several items may come back
	 * @param acceptLineItem whether an item may bring a line item
	 * @param data to be given back unchanged, as JSON; absent if none came
	 */
	public record DeepLinkingSettings(URI returnUrl, boolean acceptLinks, boolean acceptMultiple,
			boolean acceptLineItem, @Nullable String data) {
	}

	/**
	 * What the LMS offers of its gradebook (AGS 2.0, section 3.1).
	 *
	 * @param scopes what the tool may ask a token for
	 * @param lineItem the line item of this link; absent unless there is exactly one, and
	 * {@link WireAddress#UNUSABLE} if what is named can't be called
	 * @param lineItems where all line items of the course are, told in the same way
	 */
	public record Gradebook(Set<String> scopes, @Nullable URI lineItem, @Nullable URI lineItems) {

		/** Lets a tool post scores (AGS 2.0, section 3.4.2). */
		public static final String SCORE_SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";

		public Gradebook {
			scopes = Set.copyOf(scopes);
		}

		public Gradebook(Set<String> scopes, @Nullable URI lineItem) {
			this(scopes, lineItem, null);
		}

	}

	/**
	 * Who sits at the LMS (LTI 1.3 core, section 5.3.6).
	 *
	 * @param sub stable id within the issuer, at most 255 characters
	 * @param name full name; absent if the LMS keeps it to itself
	 */
	public record LtiUser(String sub, @Nullable String name) {
	}

	/** The placement that was opened (LTI 1.3 core, section 5.3.5). */
	public record ResourceLink(String id, @Nullable String title) {
	}

	/**
	 * Someone opens a placement of the tool (LTI 1.3 core, section 5.3).
	 *
	 * @param context the course; absent outside of one
	 * @param grades the gradebook; absent if the LMS offers none
	 * @param returnUrl where the LMS wants people back; absent if it does not say
	 * @param custom custom parameters that have a value
	 */
	public record ResourceLinkRequest(LtiUser user, String deploymentId, Roles roles, ResourceLink resourceLink,
			@Nullable CourseContext context, @Nullable Gradebook grades, @Nullable URI returnUrl,
			Map<String, String> custom) implements LtiMessage {

		public ResourceLinkRequest {
			custom = Map.copyOf(custom);
		}

		@Override
		public Stream<URI> addresses() {
			return Stream
				.of(this.returnUrl, (this.grades != null) ? this.grades.lineItem() : null,
						(this.grades != null) ? this.grades.lineItems() : null)
				.flatMap(Stream::ofNullable);
		}

	}

	/**
	 * Someone opens what one person did in a link, from the gradebook (LTI submission
	 * review 1.0, section 4).
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

		@Override
		public @Nullable URI returnUrl() {
			return this.opened.returnUrl();
		}

		@Override
		public Stream<URI> addresses() {
			return this.opened.addresses();
		}

		/** Whether somebody asks for their own work. */
		public boolean isOwn() {
			return user().sub().equals(this.forUser);
		}

	}

}
