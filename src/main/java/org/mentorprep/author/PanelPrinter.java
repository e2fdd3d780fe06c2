package org.mentorprep.author;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.mentorprep.author.AuthorCommands.ExitStatus;
import org.mentorprep.author.PanelResult.Tally;
import org.mentorprep.author.PanelResult.Verdict;
import org.mentorprep.author.ReportPrinter.ReportJson;
import org.mentorprep.yaml.Problem;

/** Prints the result of a review for people. */
class PanelPrinter {

	private static final int EXCERPT = 60;

	private final PrintStream out;

	private final boolean write;

	/**
	 * @param write whether keys were to be marked as reviewed
	 */
	PanelPrinter(PrintStream out, boolean write) {
		this.out = out;
		this.write = write;
	}

	void print(PanelReport report) {
		this.out.printf("%s%n%n", report.name().isEmpty() ? report.place()
				: report.name() + " " + report.version() + " in " + report.place());
		if (!report.problems().isEmpty()) {
			this.out.println("Problems");
			report.problems().forEach((problem) -> this.out.println("  " + problem));
			this.out.println();
		}
		report.exercises().forEach((exercise) -> exercise(exercise, report.written()));
		if (!report.silent().isEmpty()) {
			this.out.printf("Not answered: %s%n", String.join(", ", report.silent()));
		}
		int agreed = (int) report.exercises().stream().filter(PanelResult::agreed).count();
		this.out.printf("%s answered, %s agreed on, %s%n", ReportPrinter.many(report.exercises().size(), "exercise"),
				ReportPrinter.many(agreed, "key"), ReportPrinter.many(report.problems().size(), "problem"));
		if (!report.written().isEmpty()) {
			this.out.println("Raise the last number of the pack's version before you publish it.");
		}
	}

	private void exercise(PanelResult exercise, List<String> written) {
		this.out.printf("%s (%s, version %s), panel of %d%n  %s%n", exercise.sheet().id(), exercise.sheet().kind(),
				exercise.sheet().version(), exercise.panel(), outcome(exercise, written));
		exercise.tallies().forEach(this::item);
		this.out.println();
	}

	private String outcome(PanelResult exercise, List<String> written) {
		String file = exercise.sheet().status();
		if (!exercise.agreed()) {
			String reasons = exercise.reasons().stream().map(Verdict::words).collect(Collectors.joining("; "));
			return (file.equals("draft") ? "The key stays draft: "
					: "The file says " + file + " and this panel does not bear that out; set it to draft: ") + reasons
					+ ".";
		}
		if (!exercise.borneOut()) {
			return "The panel agrees. The key stays " + file + ", which says more.";
		}
		if (written.contains(exercise.sheet().id())) {
			return "The panel agrees. The file says now that the key is reviewed.";
		}
		return this.write ? "The panel agrees." : "The panel agrees: the key can be reviewed (--write).";
	}

	private void item(Tally tally) {
		String answers = tally.answers()
			.entrySet()
			.stream()
			.map((answer) -> answer.getKey() + " " + answer.getValue())
			.collect(Collectors.joining(", "));
		this.out.printf("  %s ‘%s’%n    n %d: %s; gives itself away: %d; key: %s; %s%n", tally.item(),
				excerpt(tally.text()), tally.panel(), answers, tally.givesAway(), tally.key(), tally.verdict().words());
	}

	private static String excerpt(String text) {
		return (text.length() > EXCERPT) ? text.substring(0, EXCERPT) + "…" : text;
	}

	/**
	 * The result as JSON. Programs rely on the names of these fields: they never change.
	 */
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
		 * An exercise that somebody has answered.
		 *
		 * @param before the status of its key in the file
		 * @param key the status that follows from the answers
		 * @param reasons why it is draft
		 * @param written whether the file was changed
		 */
		record Exercise(String id, String kind, String file, String version, int panel, String before, String key,
				List<String> reasons, boolean written, List<Item> items) {

			static Exercise of(PanelResult exercise, boolean written) {
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
				return new Item(tally.item(), tally.text(), tally.key(), tally.panel(), tally.answers(),
						tally.givesAway(), tally.verdict().word());
			}

		}

	}

	/**
	 * The result of a review.
	 *
	 * @param problems of the pack or of the answers; with any of them nothing was
	 * counted, unless it is only that a file could not be changed
	 * @param exercises those that somebody has answered
	 * @param silent exercises that nobody has answered
	 * @param written exercises whose keys are now marked as reviewed
	 */
	record PanelReport(String place, String name, String version, List<Problem> problems, List<PanelResult> exercises,
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

}
