package org.mentorprep.web.operator;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the overview shows.
 *
 * @param platforms how many LMSs are let in
 * @param lastLaunch when somebody came in last; absent if nobody ever did
 * @param refusals how many launches were refused in the last 24 hours
 * @param signingSince since when our key signs
 */
public record OverviewPage(int platforms, @Nullable Instant lastLaunch, int refusals, Instant signingSince) {
}
