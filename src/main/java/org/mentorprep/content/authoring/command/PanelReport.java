package org.mentorprep.content.authoring.command;

import java.util.List;

import org.mentorprep.content.authoring.file.Problem;
import org.mentorprep.content.authoring.panel.Reviewed;

/**
 * What came of a review.
 *
 * @param problems of the pack or of the answers; with any of them nothing was counted,
 * unless it is only that a file could not be changed
 * @param exercises those of which anybody said anything
 * @param silent exercises of which nobody did
 * @param written exercises whose files say now that they are reviewed
 */
record PanelReport(String place, String name, String version, List<Problem> problems, List<Reviewed> exercises,
		List<String> silent, List<String> written) {

	PanelReport {
		problems = List.copyOf(problems);
		exercises = List.copyOf(exercises);
		silent = List.copyOf(silent);
		written = List.copyOf(written);
	}

	int status() {
		return this.problems.isEmpty() ? ExitStatus.GOOD : ExitStatus.PROBLEMS;
	}

}
