package org.mentorprep.content.authoring.command;

import java.util.List;
import java.util.Locale;

import org.mentorprep.content.authoring.check.PackReport;
import org.mentorprep.content.authoring.exercise.StrategyScore;
import org.mentorprep.content.authoring.file.Problem;

/**
 * A report as programs read it. The names of these fields are a promise; the records of
 * the check are not.
 */
record ReportJson(String place, String status, String name, String version, List<Found> problems,
		List<PackReport.ModuleCount> modules, List<Table> exercises, List<PackReport.Translation> translations) {

	static ReportJson of(CheckedPack pack) {
		String status = ExitStatus.word(pack.status());
		PackReport report = pack.report();
		if (report == null) {
			return new ReportJson(pack.place(), status, "", "", List.of(), List.of(), List.of(), List.of());
		}
		return new ReportJson(pack.place(), status, report.name(), report.version(),
				report.problems().stream().map(Found::of).toList(), report.modules(),
				report.exercises().stream().map(Table::of).toList(), report.translations());
	}

	/** A problem. */
	record Found(String level, String file, int line, String sentence) {

		static Found of(Problem problem) {
			return new Found(problem.level().name().toLowerCase(Locale.ROOT), problem.file(), problem.line(),
					problem.sentence());
		}

	}

	/** An exercise, with what blind play earns. */
	record Table(String id, String kind, String file, int minutes, List<StrategyScore> strategies) {

		static Table of(PackReport.ExerciseTable table) {
			return new Table(table.id(), table.kind(), table.file(), table.minutes(), table.strategies());
		}

	}

}
