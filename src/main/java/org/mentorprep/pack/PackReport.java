package org.mentorprep.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import org.mentorprep.activity.Strategy;
import org.mentorprep.pack.kind.DiagnosticFile;
import org.mentorprep.pack.kind.ExerciseFile;
import org.mentorprep.pack.kind.ExerciseKind;
import org.mentorprep.pack.kind.Readability;
import org.mentorprep.yaml.Problem;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/**
 * All that the check found in a pack: what is wrong, and what there is.
 *
 * @param name empty if the pack does not say
 * @param problems errors and warnings, in reading order
 */
public record PackReport(String name, String version, List<Problem> problems, List<ModuleCount> modules,
		List<ExerciseTable> exercises, List<TranslationCount> translations) {

	public PackReport {
		problems = List.copyOf(problems);
		modules = List.copyOf(modules);
		exercises = List.copyOf(exercises);
		translations = List.copyOf(translations);
	}

	/**
	 * Counts what there is in a pack, as far as it can be read.
	 * @param examined exercises and diagnostics whose blind play is told
	 */
	static PackReport of(PackTrees trees, List<Problem> problems, Predicate<YamlFile> examined) {
		String name = trees.pack().map((pack) -> pack.text("id")).orElse("");
		String version = trees.pack().map((pack) -> pack.text("version")).orElse("");
		List<ModuleCount> modules = new ArrayList<>();
		trees.pack()
			.ifPresent((pack) -> pack.tree()
				.path("modules")
				.valueStream()
				.map((folder) -> folder.asString(""))
				.forEach((folder) -> Optional.ofNullable(trees.modules().get(folder))
					.ifPresent((module) -> modules.add(ModuleCount.of(folder, module.tree().path("tasks"), trees)))));
		List<ExerciseTable> exercises = Stream
			.concat(trees.exercises().stream().map((one) -> ExerciseTable.of(one, examined.test(one.yaml()))),
					trees.diagnostics().stream().map((one) -> ExerciseTable.of(one, examined.test(one.yaml()))))
			.toList();
		return new PackReport(name, version, problems, modules, exercises,
				new TranslationCheck(trees, new Problems()).check());
	}

	/** Nothing but the name, of a pack that was checked long ago. */
	public static PackReport named(String name, String version) {
		return new PackReport(name, version, List.of(), List.of(), List.of(), List.of());
	}

	/**
	 * What there is to say of some of the files.
	 * @param told gets the path of a file
	 */
	public PackReport only(Predicate<String> told, List<ExerciseTable> exercises) {
		return new PackReport(this.name, this.version,
				this.problems.stream().filter((problem) -> told.test(problem.file())).toList(), List.of(), exercises,
				List.of());
	}

	/** What stops publishing; none if the pack may be published. */
	public List<Problem> errors() {
		return this.problems.stream().filter(Problem::isError).toList();
	}

	/** What an author should look at. */
	public List<Problem> warnings() {
		return this.problems.stream().filter((problem) -> !problem.isError()).toList();
	}

	private static int minutes(JsonNode node) {
		return node.path("minutes").asInt(0);
	}

	/**
	 * How much there is in a module.
	 *
	 * @param words of its pages
	 * @param reading minutes for its pages
	 * @param doing minutes for its tasks
	 */
	public record ModuleCount(String id, int pages, int words, int tasks, int reading, int doing,
			List<PageCount> texts) {

		public ModuleCount {
			texts = List.copyOf(texts);
		}

		private static ModuleCount of(String folder, JsonNode tasks, PackTrees trees) {
			List<PageCount> pages = trees.pagesOf(folder).stream().map((page) -> PageCount.of(page, trees)).toList();
			return new ModuleCount(folder, pages.size(), pages.stream().mapToInt(PageCount::words).sum(), tasks.size(),
					pages.stream().mapToInt(PageCount::minutes).sum(),
					tasks.valueStream().mapToInt(PackReport::minutes).sum(), pages);
		}

	}

	/**
	 * How much there is on a page.
	 *
	 * @param age at which it is easily read, about
	 */
	public record PageCount(String page, int words, int minutes, int age) {

		private static PageCount of(PackTrees.PageFile page, PackTrees trees) {
			return new PageCount(page.id(), Readability.words(page.markdown()), PackReport.minutes(page.front().tree()),
					ReadabilityCheck.prose(page, ReadabilityCheck.language(trees)).readingAge());
		}

	}

	/**
	 * What strategies earn that understand nothing.
	 *
	 * @param strategies empty if they can't be worked out, or were not asked for
	 */
	public record ExerciseTable(String id, String kind, String file, int minutes, List<Strategy> strategies) {

		public ExerciseTable {
			strategies = List.copyOf(strategies);
		}

		private static ExerciseTable of(ExerciseFile exercise, boolean played) {
			return new ExerciseTable(exercise.id(), exercise.kind().map(ExerciseKind::name).orElse(""),
					exercise.yaml().path(), PackReport.minutes(exercise.yaml().tree()),
					played && exercise.isSound(new Problems()) ? exercise.activity().strategies() : List.of());
		}

		private static ExerciseTable of(DiagnosticFile diagnostic, boolean played) {
			return new ExerciseTable(diagnostic.folder(), "diagnostic", diagnostic.yaml().path(),
					PackReport.minutes(diagnostic.yaml().tree()),
					played && diagnostic.isSound(new Problems()) ? diagnostic.strategies() : List.of());
		}

	}

	/** How far the pack is translated into a language, in texts. */
	public record TranslationCount(String language, int translated, int stale, int missing) {
	}

}
