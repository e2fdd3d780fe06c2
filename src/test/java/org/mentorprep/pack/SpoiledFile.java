package org.mentorprep.pack;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.mentorprep.yaml.Problem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One thing spoiled in a file of the module on judgementoring as it is shipped, and what
 * must come of it.
 *
 * @param file below the module, without what it ends in
 * @param from regular expression for what is spoiled, wherever it stands
 * @param at words of the line that the problem names, where they stand last: of two
 * alike, the second is the one too many
 */
record SpoiledFile(String file, String from, String to, String at, String problem) {

	/** Without the other modules, for checking them takes its time. */
	static final PackFiles UNSPOILED = unspoiled();

	/** What the check says. */
	List<String> problems() {
		SortedMap<String, String> texts = new TreeMap<>(UNSPOILED.texts());
		String spoiled = spoiled();
		assertThat(spoiled).isNotEqualTo(texts.put(path(), spoiled));
		return new PackReader().check(new PackFiles(texts)).stream().map(Problem::toString).toList();
	}

	/** What it should say. */
	String expected() {
		String text = spoiled();
		long line = text.substring(0, text.lastIndexOf(this.at) + 1).lines().count();
		return path() + ":" + line + ": " + this.problem;
	}

	private static PackFiles unspoiled() {
		SortedMap<String, String> texts = new TreeMap<>(Packs.read("classpath:packs/mentor-prep").texts());
		texts.keySet().removeIf((path) -> path.matches("(i18n/.*/)?modules/(?!judgementoring/).*"));
		texts.computeIfPresent("pack.yaml",
				(path, text) -> text.replaceFirst("modules: \\[.*]", "modules: [judgementoring]")
					// They name the others.
					.replaceFirst("(?s)programmes:.*?\nvariables:", "variables:"));
		return new PackFiles(texts);
	}

	private String path() {
		return "modules/judgementoring/" + this.file + ".yaml";
	}

	private String spoiled() {
		return UNSPOILED.texts().get(path()).replaceAll(this.from, this.to);
	}

	@Override
	public String toString() {
		return this.file + ": " + this.problem;
	}

}
