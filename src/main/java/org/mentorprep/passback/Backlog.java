package org.mentorprep.passback;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How deliveries to one LMS are going.
 *
 * @param oldest since when the grade waits that waits longest; absent if none does
 * @param lastArrival absent if none arrived yet
 * @param problem the last part of the key of the reason; absent if it is not left alone
 * @param leftAloneSince absent if it is not
 * @param nextTrial absent if it is not left alone
 */
public record Backlog(String platform, boolean enabled, long waiting, long refused, @Nullable Instant oldest,
		@Nullable Instant lastArrival, @Nullable String problem, @Nullable Instant leftAloneSince,
		@Nullable Instant nextTrial) {
}
