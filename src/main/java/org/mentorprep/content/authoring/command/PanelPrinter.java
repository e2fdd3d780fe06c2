package org.mentorprep.content.authoring.command;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

import org.mentorprep.content.authoring.panel.Reviewed;
import org.mentorprep.content.authoring.panel.Tally;
import org.mentorprep.content.authoring.panel.Verdict;

/** Writes for people what came of a review. */
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
		int agreed = (int) report.exercises().stream().filter(Reviewed::agreed).count();
		this.out.printf("%s answered, %s agreed on, %s%n", ReportPrinter.many(report.exercises().size(), "exercise"),
				ReportPrinter.many(agreed, "key"), ReportPrinter.many(report.problems().size(), "problem"));
		if (!report.written().isEmpty()) {
			this.out.println("Raise the last number of the pack's version before you publish it.");
		}
	}

	private void exercise(Reviewed exercise, List<String> written) {
		this.out.printf("%s (%s, version %s), panel of %d%n  %s%n", exercise.sheet().id(), exercise.sheet().kind(),
				exercise.sheet().version(), exercise.panel(), outcome(exercise, written));
		exercise.tallies().forEach(this::item);
		this.out.println();
	}

	private String outcome(Reviewed exercise, List<String> written) {
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

}
