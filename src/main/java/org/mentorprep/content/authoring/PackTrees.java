package org.mentorprep.content.authoring;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.mentorprep.content.authoring.file.YamlFile;

/**
 * The files of a pack as trees, sorted by what they are. Their shape may be wrong still.
 *
 * @param modules by the name of their folder
 * @param readable whether every file could be read as a tree, right or wrong
 */
record PackTrees(Optional<YamlFile> pack, Optional<YamlFile> sources, Map<String, YamlFile> modules,
		List<PageFile> pages, List<ExerciseFile> exercises, boolean readable) {

	/** The pages in the folder of a module. */
	List<PageFile> pagesOf(String folder) {
		return this.pages.stream().filter((page) -> page.folder().equals(folder)).toList();
	}

	/**
	 * A page, cut in two.
	 *
	 * @param folder of its module
	 * @param line on which the Markdown begins
	 */
	record PageFile(String folder, YamlFile front, String markdown, int line) {

		String id() {
			return this.front.text("id");
		}

	}

	/**
	 * An exercise.
	 *
	 * @param shaped whether it has the shape of its schema
	 */
	record ExerciseFile(YamlFile yaml, boolean shaped) {

		String id() {
			return this.yaml.text("id");
		}

	}

}
