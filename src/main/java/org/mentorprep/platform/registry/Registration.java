package org.mentorprep.platform.registry;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.mentorprep.platform.Platform;

/**
 * A platform and what the operator wants to know of it besides.
 *
 * @param lastLaunchAt absent if nobody ever came from there; exact to a minute or so
 */
public record Registration(Platform platform, PlatformOrigin origin, Instant registeredAt,
		@Nullable Instant lastLaunchAt) {
}
