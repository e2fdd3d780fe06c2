package org.mentorprep.content.authoring.command;

import org.jspecify.annotations.Nullable;

import org.mentorprep.content.authoring.check.PackReport;

/**
 * What came of the check of one pack.
 *
 * @param place as it was asked for
 * @param report {@code null} if it could not be read
 * @param trouble why it could not be read; empty if it could
 */
record CheckedPack(String place, @Nullable PackReport report, String trouble) {

	int status() {
		if (this.report == null) {
			return ExitStatus.UNREADABLE;
		}
		return this.report.errors().isEmpty() ? ExitStatus.GOOD : ExitStatus.PROBLEMS;
	}

}
