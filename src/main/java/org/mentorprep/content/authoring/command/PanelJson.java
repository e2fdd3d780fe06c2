package org.mentorprep.content.authoring.command;

import java.util.List;
import java.util.Map;

import org.mentorprep.content.authoring.panel.Reviewed;
import org.mentorprep.content.authoring.panel.Tally;
import org.mentorprep.content.authoring.panel.Verdict;

/** A review as programs read it. The names of these fields are a promise. */
record PanelJson(String place, String status, String name, String version, List<ReportJson.Found> problems,
		List<Exercise> exercises, List<String> silent) {

	static PanelJson of(PanelReport report) {
		return new PanelJson(report.place(), ExitStatus.word(report.status()), report.name(), report.version(),
				report.problems().stream().map(ReportJson.Found::of).toList(),
				report.exercises()
					.stream()
					.map((one) -> Exercise.of(one, report.written().contains(one.sheet().id())))
					.toList(),
				report.silent());
	}

	/**
	 * An exercise of which anybody said anything.
	 *
	 * @param before the status of its key in the file
	 * @param key the status that follows from the answers
	 * @param reasons why it is draft
	 * @param written whether the file was changed
	 */
	record Exercise(String id, String kind, String file, String version, int panel, String before, String key,
			List<String> reasons, boolean written, List<Item> items) {

		static Exercise of(Reviewed exercise, boolean written) {
			return new Exercise(exercise.sheet().id(), exercise.sheet().kind(), exercise.sheet().path(),
					exercise.sheet().version(), exercise.panel(), exercise.sheet().status(), exercise.status(),
					exercise.reasons().stream().map(Verdict::word).toList(), written,
					exercise.tallies().stream().map(Item::of).toList());
		}

	}

	/** An item, counted. */
	record Item(String item, String text, String key, int n, Map<String, Integer> answers, int givesAway,
			String verdict) {

		static Item of(Tally tally) {
			return new Item(tally.item(), tally.text(), tally.key(), tally.panel(), tally.answers(), tally.givesAway(),
					tally.verdict().word());
		}

	}

}
