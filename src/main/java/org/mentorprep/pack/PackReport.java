package org.mentorprep.pack;

import java.util.List;

import org.mentorprep.activity.Strategy;
import org.mentorprep.yaml.Problem;

/**
 * All that the check found in a pack: what is wrong, and what there is.
 *
 * @param name empty if the pack does not say
 * @param problems errors and warnings, in reading order
 */
public record PackReport(String name, String version, List<Problem> problems, List<ModuleCount> modules,
		List<ExerciseTable> exercises, List<Translation> translations) {

	public PackReport {
		problems = List.copyOf(problems);
		modules = List.copyOf(modules);
		exercises = List.copyOf(exercises);
		translations = List.copyOf(translations);
	}

	/** Nothing but the name, of a pack that was checked long ago. */
	public static PackReport named(String name, String version) {
		return new PackReport(name, version, List.of(), List.of(), List.of(), List.of());
	}

	/** What stops publishing; none if the pack may be published. */
	public List<Problem> errors() {
		return this.problems.stream().filter(Problem::stopsPublishing).toList();
	}

	/** What an author should look at. */
	public List<Problem> warnings() {
		return this.problems.stream().filter((problem) -> !problem.stopsPublishing()).toList();
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

	}

	/**
	 * How much there is on a page.
	 *
	 * @param age at which it is easily read, about
	 */
	public record PageCount(String page, int words, int minutes, int age) {
	}

	/**
	 * What strategies earn that understand nothing.
	 *
	 * @param strategies empty if they can't be worked out
	 */
	public record ExerciseTable(String id, String kind, String file, int minutes, List<Strategy> strategies) {

		public ExerciseTable {
			strategies = List.copyOf(strategies);
		}

	}

	/** How far the pack is translated, in texts. */
	public record Translation(String language, int translated, int stale, int missing) {
	}

}
