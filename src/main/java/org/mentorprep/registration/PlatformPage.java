package org.mentorprep.registration;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Platforms.Registration;
import org.mentorprep.platform.Proposals.Proposal;
import org.mentorprep.platform.RoleMapping;
import org.mentorprep.platform.ToolUrl;
import org.mentorprep.registration.Invitations.Invitation;
import org.mentorprep.registration.Invitations.MadeInvitation;

/**
 * One platform with all that is known of it.
 *
 * @param deploymentIds sorted, in one text; empty if there is none yet
 * @param tokenAudience what a token is asked for, the token endpoint too
 * @param origins every origin at which it may be
 * @param waiting what it named itself, and the operator can accept
 * @param form what the operator typed, or could change
 * @param problems what is wrong with it, the key of a message by the name of the field
 * @param roles what its roles give otherwise than by default
 * @param refused what was typed of them and can't be read; absent if nothing was
 */
public record PlatformPage(PlatformRow row, Platform platform, String deploymentIds, String tokenAudience,
		String origins, List<Proposal> waiting, SitesForm form, Map<String, String> problems, RoleMapping roles,
		@Nullable Refused refused) {

	public PlatformPage {
		waiting = List.copyOf(waiting);
	}

	static PlatformPage of(Registration registration, List<Proposal> waiting, SitesForm form,
			Map<String, String> problems, RoleMapping roles, @Nullable Refused refused) {
		Platform platform = registration.platform();
		return new PlatformPage(PlatformRow.of(registration, waiting.size()), platform,
				String.join(", ", platform.deploymentIds().stream().sorted().toList()),
				Objects.requireNonNullElse(platform.tokenAudience(), platform.tokenEndpoint().toString()),
				String.join(", ", platform.origins()), waiting, form, problems, roles, refused);
	}

	/** What stands in the field of roles. */
	public String typedRoles() {
		return (this.refused != null) ? this.refused.typed() : this.roles.text();
	}

	/**
	 * Roles that were not taken.
	 *
	 * @param line the first one that can't be read
	 */
	public record Refused(String typed, String line) {
	}

	/**
	 * One platform as the operator's pages show it.
	 *
	 * @param icon the shape of its state
	 * @param messageKey key of the word of its state
	 * @param origin key of how it came here
	 * @param state the state by its code, for what can be done with it
	 * @param fixed whether only the file changes it
	 * @param lastLaunchAt absent if nobody ever came from there
	 * @param waiting how much it named that nobody has accepted yet
	 */
	public record PlatformRow(PlatformId id, String name, String issuer, String icon, String messageKey, String origin,
			String state, boolean fixed, Instant registeredAt, @Nullable Instant lastLaunchAt, long waiting) {

		static List<PlatformRow> all(List<Registration> registrations, List<Proposal> waiting) {
			return registrations.stream()
				.map((registration) -> of(registration,
						waiting.stream()
							.filter((proposal) -> proposal.platform().equals(registration.platform().id()))
							.count()))
				.toList();
		}

		static PlatformRow of(Registration registration, long waiting) {
			Platform platform = registration.platform();
			boolean fixed = registration.origin() == Platform.Origin.FILE;
			boolean gone = fixed && platform.state() == Platform.State.DISABLED;
			String origin = gone ? "file-gone" : registration.origin().code();
			return new PlatformRow(platform.id(), platform.name(), platform.issuer(), icon(platform.state(), fixed),
					"registration.state." + platform.state().code(), "registration.origin." + origin,
					platform.state().code(), fixed, registration.registeredAt(), registration.lastLaunchAt(), waiting);
		}

		private static String icon(Platform.State state, boolean fixed) {
			return switch (state) {
				case PENDING -> "triangle";
				case DISABLED -> "stopped";
				case ENABLED -> fixed ? "padlock" : "done";
			};
		}

	}

	/**
	 * All platforms, and those that are invited.
	 *
	 * @param made the invitation of a moment ago; absent if there is none
	 * @param form what was typed, if it was refused
	 * @param problems what is wrong with it, the key of a message by the name of the
	 * field
	 */
	public record PlatformsPage(List<PlatformRow> platforms, List<Invitation> invitations,
			@Nullable MadeInvitation made, InvitationForm form, Map<String, String> problems) {

		public PlatformsPage {
			platforms = List.copyOf(platforms);
			invitations = List.copyOf(invitations);
		}

	}

	/**
	 * The sheet to copy from into an LMS; it compares these to the letter.
	 *
	 * @param custom what it is to send with every launch, so that a copied course is
	 * known
	 */
	public record ToolAddresses(URI launch, URI login, URI keys, String custom) {

		static ToolAddresses of(ToolUrl toolUrl) {
			return new ToolAddresses(toolUrl.at("/lti/launch"), toolUrl.at("/lti/login"),
					toolUrl.at("/.well-known/jwks.json"), "ctx_history=$Context.id.history");
		}

	}

}
