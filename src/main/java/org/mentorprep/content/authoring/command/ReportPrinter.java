package org.mentorprep.content.authoring.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import org.mentorprep.content.authoring.check.PackReport;
import org.mentorprep.content.authoring.file.Problem;

/** Writes reports for people, or as JSON for programs. */
class ReportPrinter {

	private final PrintStream out;

	private final PrintStream err;

	ReportPrinter(PrintStream out, PrintStream err) {
		this.out = out;
		this.err = err;
	}

	void json(List<CheckedPack> packs) {
		Json.print(this.out, Map.of("packs", packs.stream().map(ReportJson::of).toList()));
	}

	void print(List<CheckedPack> packs) {
		each(packs, this::print);
	}

	/** Prints what could be read in some way, and says what could not. */
	void each(List<CheckedPack> packs, BiConsumer<String, PackReport> printing) {
		packs.forEach((pack) -> {
			PackReport report = pack.report();
			if (report == null) {
				this.err.println(pack.trouble());
			}
			else {
				printing.accept(pack.place(), report);
			}
		});
	}

	private void print(String place, PackReport report) {
		this.out.printf("%s%n%n",
				report.name().isEmpty() ? place : report.name() + " " + report.version() + " in " + place);
		part("Problems", report.errors());
		part("Warnings", report.warnings());
		if (!report.modules().isEmpty()) {
			this.out.println("Modules");
			report.modules()
				.forEach((module) -> this.out.printf(Locale.ROOT,
						"  %s: %s, %s, %s, %d minutes (%d to read, %d to do)%n", module.id(),
						many(module.pages(), "page"), many(module.words(), "word"), many(module.tasks(), "task"),
						module.reading() + module.doing(), module.reading(), module.doing()));
			this.out.printf("%nExercises: %s%n", kinds(report.exercises()));
			report.exercises().forEach(this::table);
			this.out.println();
		}
		report.translations()
			.forEach((language) -> this.out.printf("Language %s: %d translated, %d stale, %d missing%n",
					language.language(), language.translated(), language.stale(), language.missing()));
		this.out.printf("%s, %s%n%n", many(report.errors().size(), "problem"),
				many(report.warnings().size(), "warning"));
	}

	private void part(String heading, List<Problem> problems) {
		if (!problems.isEmpty()) {
			this.out.println(heading);
			problems.forEach((problem) -> this.out.println("  " + problem));
			this.out.println();
		}
	}

	private void table(PackReport.ExerciseTable exercise) {
		this.out.printf("  %s (%s, %s)%n", exercise.id(), exercise.kind(), many(exercise.minutes(), "minute"));
		exercise.strategies()
			.forEach((score) -> this.out.printf(Locale.ROOT, "    %-56s %5.1f%n", score.strategy(),
					score.score() * 100));
	}

	static String kinds(List<PackReport.ExerciseTable> exercises) {
		return exercises.stream()
			.collect(Collectors.groupingBy(PackReport.ExerciseTable::kind, TreeMap::new, Collectors.counting()))
			.entrySet()
			.stream()
			.map((kind) -> kind.getValue() + " " + kind.getKey())
			.collect(Collectors.joining(", "));
	}

	static String many(int number, String what) {
		return number + " " + what + ((number == 1) ? "" : "s");
	}

}
