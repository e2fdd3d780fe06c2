package org.mentorprep.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.mentorprep.yaml.YamlFile;

/**
 * The files of a pack as trees, sorted by what they are, as they read in one rendering.
 * Their shape may be wrong still.
 *
 * @param modules by the name of their folder
 * @param original the words of each file in the language of its authors, by path and name
 * @param overlays by language, then by the path of what they translate
 * @param readable whether every file could be read as a tree, right or wrong
 */
public record PackTrees(Optional<YamlFile> pack, Optional<YamlFile> sources, Map<String, YamlFile> modules,
		List<PageFile> pages, List<ExerciseFile> exercises, List<DiagnosticFile> diagnostics, Variables variables,
		Map<String, Map<String, Words.Word>> original, Map<String, Map<String, Translation>> overlays,
		boolean readable) {

	/** The pages in the folder of a module. */
	public List<PageFile> pagesOf(String folder) {
		return this.pages.stream().filter((page) -> page.folder().equals(folder)).toList();
	}

	/** The exercise of an id. */
	public Optional<ExerciseFile> exercise(String id) {
		return this.exercises.stream().filter((exercise) -> exercise.id().equals(id)).findFirst();
	}

	/** The diagnostic in the folder of a module, if there is one. */
	public Optional<DiagnosticFile> diagnostic(String folder) {
		return this.diagnostics.stream().filter((diagnostic) -> diagnostic.folder().equals(folder)).findFirst();
	}

	/**
	 * A page, cut in two.
	 *
	 * @param folder of its module
	 * @param line on which the Markdown begins
	 */
	public record PageFile(String folder, YamlFile front, String markdown, int line) {

		public String id() {
			return this.front.text("id");
		}

	}

	/**
	 * An exercise.
	 *
	 * @param shaped whether it has the shape of its schema
	 */
	public record ExerciseFile(YamlFile yaml, boolean shaped) {

		public String id() {
			return this.yaml.text("id");
		}

	}

	/**
	 * The diagnostic of a module.
	 *
	 * @param folder of its module
	 * @param shaped whether it has the shape of its schema
	 */
	public record DiagnosticFile(String folder, YamlFile yaml, boolean shaped) {
	}

}
