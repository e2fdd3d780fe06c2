package org.mentorprep.platform.desk;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mentorprep.platform.registration.Invitation;

/**
 * All platforms, and those that are invited.
 *
 * @param made the invitation of a moment ago; absent if there is none
 * @param form what was typed, if it was not taken
 */
public record PlatformsPage(List<PlatformRow> platforms, List<Invitation> invitations, @Nullable MadeInvitation made,
		InvitationForm form, Problems problems) {

	public PlatformsPage {
		platforms = List.copyOf(platforms);
		invitations = List.copyOf(invitations);
	}

}
