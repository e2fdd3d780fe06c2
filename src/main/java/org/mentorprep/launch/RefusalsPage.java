package org.mentorprep.launch;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mentorprep.launch.Refusals.RefusalRecord;

/**
 * What the page of refused launches shows.
 *
 * @param asked the reference that was looked for; empty if all are shown
 * @param lines newest first
 */
public record RefusalsPage(String asked, List<Line> lines) {

	/**
	 * One refusal.
	 *
	 * @param platform name of the LMS; absent if nobody knows which one it was
	 */
	public record Line(RefusalRecord refusal, @Nullable String platform) {
	}

}
