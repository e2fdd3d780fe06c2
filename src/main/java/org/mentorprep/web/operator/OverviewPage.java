package org.mentorprep.web.operator;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the overview shows.
 *
 * @param platforms how many LMSs are let in and get grades
 * @param pending how many registered themselves and wait for their first launch
 * @param lastLaunch when somebody came in last; absent if nobody ever did
 * @param refusals how many launches and registrations were refused in the last 24 hours
 * @param signingSince since when our key signs
 */
public record OverviewPage(int platforms, int pending, @Nullable Instant lastLaunch, int refusals,
		Instant signingSince) {
}
