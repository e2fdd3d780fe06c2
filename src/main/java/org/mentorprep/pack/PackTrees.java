package org.mentorprep.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.mentorprep.pack.kind.DiagnosticFile;
import org.mentorprep.pack.kind.ExerciseFile;
import org.mentorprep.yaml.YamlFile;

/**
 * The files of a pack as trees, sorted by what they are, as they read in one rendering.
 * Their shape may be wrong still.
 *
 * @param modules by the name of their folder
 * @param original the texts of each file as its authors wrote them, by path and name
 * @param translations by language, then by the path of what they translate
 * @param readable whether every file could be read as a tree, right or wrong
 */
public record PackTrees(Optional<YamlFile> pack, Optional<YamlFile> sources, Map<String, YamlFile> modules,
		List<PageFile> pages, List<ExerciseFile> exercises, List<DiagnosticFile> diagnostics, Variables variables,
		Map<String, Map<String, Translation.Text>> original, Map<String, Map<String, Translation>> translations,
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

}
