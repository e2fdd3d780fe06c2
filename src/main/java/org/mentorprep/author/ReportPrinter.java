package org.mentorprep.author;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

import org.mentorprep.author.AuthorCommands.ExitStatus;
import org.mentorprep.author.CheckCommand.CheckedPack;
import org.mentorprep.pack.PackReport;
import org.mentorprep.yaml.Problem;

/** Prints the result of a check for people, or as JSON for programs. */
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

	/**
	 * @param all whether it tells what there is in each module and what blind play earns
	 */
	void print(List<CheckedPack> packs, boolean all) {
		each(packs, (pack, report) -> print(pack, report, all));
	}

	/** Prints each pack that could be read, and why the others could not. */
	void each(List<CheckedPack> packs, BiConsumer<CheckedPack, PackReport> printing) {
		packs.forEach((pack) -> {
			PackReport report = pack.report();
			if (report == null) {
				this.err.println(pack.trouble());
			}
			else {
				printing.accept(pack, report);
			}
		});
	}

	private void print(CheckedPack pack, PackReport report, boolean all) {
		this.out.printf("%s%n%n", report.name().isEmpty() ? pack.place()
				: report.name() + " " + report.version() + " in " + pack.place());
		part("Problems", report.errors());
		part("Warnings", report.warnings());
		if (all) {
			modules(report);
		}
		else if (report.modules().isEmpty()) {
			report.exercises().forEach(this::table);
			this.out.println();
		}
		if (pack.leftOut() > 0) {
			this.out.println("Other files have " + many(pack.leftOut(), "problem") + ", left out here.");
		}
		this.out.printf("%s, %s%n%n", many(report.errors().size(), "problem"),
				many(report.warnings().size(), "warning"));
	}

	private void modules(PackReport report) {
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
			.forEach((score) -> this.out.printf(Locale.ROOT, "    %-56s %5.1f%n", score.way(), score.score() * 100));
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

	/** Prints JSON with line breaks, so that people can read it too. */
	final static class Json {

		private static final ObjectWriter WRITER = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

		private Json() {
		}

		static void print(PrintStream out, Object what) {
			out.println(WRITER.writeValueAsString(what));
		}

	}

	/**
	 * A report as JSON. Programs rely on the names of these fields: they never change,
	 * unlike those of {@link PackReport}.
	 */
	record ReportJson(String place, String status, String name, String version, List<Found> problems,
			List<PackReport.ModuleCount> modules, List<Table> exercises,
			List<PackReport.TranslationCount> translations) {

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

		/** What a strategy earns, 0 to 1. */
		record Earned(String strategy, double score) {
		}

		/** An exercise, with what ways of answering earn that understand nothing. */
		record Table(String id, String kind, String file, int minutes, List<Earned> strategies) {

			static Table of(PackReport.ExerciseTable table) {
				return new Table(table.id(), table.kind(), table.file(), table.minutes(),
						table.strategies().stream().map((one) -> new Earned(one.way(), one.score())).toList());
			}

		}

	}

}
