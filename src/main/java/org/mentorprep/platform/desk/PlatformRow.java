package org.mentorprep.platform.desk;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformState;
import org.mentorprep.platform.registry.PlatformOrigin;
import org.mentorprep.platform.registry.Registration;

/**
 * One platform as the operator's pages tell it.
 *
 * @param icon the shape of its state
 * @param words key of the word of its state
 * @param origin key of how it came here
 * @param state the state by its code, for what can be done with it
 * @param fixed whether only the file changes it
 * @param lastLaunchAt absent if nobody ever came from there
 */
public record PlatformRow(UUID id, String name, String issuer, String icon, String words, String origin, String state,
		boolean fixed, Instant registeredAt, @Nullable Instant lastLaunchAt) {

	static PlatformRow of(Registration registration) {
		Platform platform = registration.platform();
		boolean fixed = registration.origin() == PlatformOrigin.FILE;
		boolean gone = fixed && platform.state() == PlatformState.DISABLED;
		String origin = gone ? "file-gone" : registration.origin().code();
		return new PlatformRow(platform.id().value(), platform.name(), platform.issuer(), icon(platform.state(), fixed),
				"platform.state." + platform.state().code(), "platform.origin." + origin, platform.state().code(),
				fixed, registration.registeredAt(), registration.lastLaunchAt());
	}

	private static String icon(PlatformState state, boolean fixed) {
		return switch (state) {
			case PENDING -> "triangle";
			case DISABLED -> "stopped";
			case ENABLED -> fixed ? "padlock" : "done";
		};
	}

}
