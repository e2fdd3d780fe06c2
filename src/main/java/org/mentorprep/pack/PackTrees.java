package org.mentorprep.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

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
 * @param unread paths of files that could not be read as a tree, right or wrong; of what
 * hangs on them nothing is said
 */
public record PackTrees(Optional<YamlFile> pack, Optional<YamlFile> sources, Map<String, YamlFile> modules,
		List<PageFile> pages, List<ExerciseFile> exercises, List<DiagnosticFile> diagnostics, Variables variables,
		Map<String, Map<String, Translation.Text>> original, Map<String, Map<String, Translation>> translations,
		SortedSet<String> unread) {

	/** The pages in the folder of a module. */
	public List<PageFile> pagesOf(String folder) {
		return this.pages.stream().filter((page) -> page.folder().equals(folder)).toList();
	}

	/** Whether some file whose path begins like this could not be read. */
	boolean unreadIn(String folder) {
		return this.unread.stream().anyMatch((path) -> path.startsWith(folder));
	}

	/** Whether an exercise or a diagnostic reads here as in another rendering. */
	boolean has(YamlFile other) {
		return Stream
			.concat(this.exercises.stream().map(ExerciseFile::yaml),
					this.diagnostics.stream().map(DiagnosticFile::yaml))
			.anyMatch((file) -> file.path().equals(other.path()) && file.tree().equals(other.tree()));
	}

	/** Whether the folder of a module has a module.yaml, be it one that can't be read. */
	boolean hasModule(String folder) {
		return this.modules.containsKey(folder) || this.unread.contains("modules/" + folder + "/module.yaml");
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
