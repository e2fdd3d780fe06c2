package org.mentorprep.author;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.mentorprep.activity.Strategy;
import org.mentorprep.pack.PackReport;
import org.mentorprep.pack.PackReport.ExerciseTable;
import org.mentorprep.pack.PackReport.ModuleCount;

/**
 * Writes in Markdown how much there is in a pack, to be put beside a course and compared
 * from version to version.
 */
final class ContentReport {

	private final StringBuilder text = new StringBuilder();

	private final PackReport report;

	private ContentReport(PackReport report) {
		this.report = report;
	}

	static String of(PackReport report) {
		return new ContentReport(report).text();
	}

	private String text() {
		line("# " + this.report.name() + " " + this.report.version());
		line("");
		line(ReportPrinter.many(this.report.errors().size(), "problem") + ", "
				+ ReportPrinter.many(this.report.warnings().size(), "warning") + ".");
		modules();
		this.report.modules().forEach(this::pages);
		exercises().forEach(this::strategies);
		return this.text.toString();
	}

	private void modules() {
		heading("Modules");
		table(Stream.of("module", "pages", "words", "tasks", "minutes to read", "minutes to do", "exercises"));
		for (ModuleCount module : this.report.modules()) {
			row(module.id(), module.pages(), module.words(), module.tasks(), module.reading(), module.doing(),
					ReportPrinter.kinds(this.report.exercises()
						.stream()
						.filter((exercise) -> exercise.file().startsWith("modules/" + module.id() + "/"))
						.toList()));
		}
		row("all of it", sum(ModuleCount::pages), sum(ModuleCount::words), sum(ModuleCount::tasks),
				sum(ModuleCount::reading), sum(ModuleCount::doing), ReportPrinter.kinds(this.report.exercises()));
	}

	private int sum(Function<ModuleCount, Integer> number) {
		return this.report.modules().stream().mapToInt(number::apply).sum();
	}

	private void pages(ModuleCount module) {
		if (!module.texts().isEmpty()) {
			heading("Pages of " + module.id());
			table(Stream.of("page", "words", "minutes", "reading age, about"));
			module.texts().forEach((page) -> row(page.page(), page.words(), page.minutes(), page.age()));
		}
	}

	private Map<String, List<ExerciseTable>> exercises() {
		return this.report.exercises()
			.stream()
			.collect(Collectors.groupingBy(ExerciseTable::kind, TreeMap::new, Collectors.toList()));
	}

	/**
	 * What ways of answering earn, of 100: the best one, and those that understand
	 * nothing.
	 */
	private void strategies(String kind, List<ExerciseTable> exercises) {
		Set<String> names = new LinkedHashSet<>();
		exercises.forEach((exercise) -> exercise.strategies().forEach((score) -> names.add(score.way())));
		heading("What strategies earn: " + kind);
		table(Stream.concat(Stream.of("exercise", "minutes"), names.stream()));
		for (ExerciseTable exercise : exercises) {
			Map<String, String> scores = new LinkedHashMap<>();
			names.forEach((name) -> scores.put(name, ""));
			exercise.strategies().forEach((score) -> scores.put(score.way(), points(score)));
			row(Stream.concat(Stream.of(exercise.id(), exercise.minutes()), scores.values().stream()).toArray());
		}
	}

	private static String points(Strategy score) {
		return String.format(Locale.ROOT, "%.1f", score.score() * 100);
	}

	private void heading(String words) {
		line("");
		line("## " + words);
		line("");
	}

	private void table(Stream<String> columns) {
		List<String> names = columns.toList();
		row(names.toArray());
		row(names.stream().map((name) -> "---").toArray());
	}

	private void row(Object... cells) {
		line(Stream.of(cells)
			.map((cell) -> String.valueOf(cell).replace("|", "\\|"))
			.collect(Collectors.joining(" | ", "| ", " |")));
	}

	private void line(String words) {
		this.text.append(words).append('\n');
	}

}
