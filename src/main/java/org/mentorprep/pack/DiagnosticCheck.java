package org.mentorprep.pack;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import org.mentorprep.pack.kind.DiagnosticItems;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/**
 * Checks the diagnostics of a pack: that they belong to a module, rest on sources that
 * are there, hold enough to draw from, and ask nothing that an exercise asks as well.
 */
class DiagnosticCheck {

	/** Shorter texts, such as the name of a class, may stand anywhere. */
	private static final int SHORT = 40;

	private final PackTrees trees;

	private final Problems problems;

	DiagnosticCheck(PackTrees trees, Problems problems) {
		this.trees = trees;
		this.problems = problems;
	}

	void check() {
		Map<String, String> exercised = exercised();
		for (PackTrees.DiagnosticFile diagnostic : this.trees.diagnostics()) {
			YamlFile file = diagnostic.yaml();
			if (!this.trees.modules().containsKey(diagnostic.folder())) {
				this.problems.add(file.path(), 1, "There is no module.yaml in modules/" + diagnostic.folder() + ".");
			}
			DiagnosticItems items = new DiagnosticItems(file);
			if (diagnostic.shaped() && items.checkReferences(this.problems)) {
				items.checkMeaning(this.problems);
			}
			sources(file);
			reused(file, exercised);
		}
	}

	private void sources(YamlFile file) {
		JsonNode pool = file.tree().path("pool");
		for (int i = 0; i < pool.size(); i++) {
			NamesCheck.sources(this.trees, this.problems, file, "/pool/" + i + "/sources");
		}
	}

	/**
	 * What stands in an exercise would be known from the diagnostic, or the other way.
	 */
	private void reused(YamlFile file, Map<String, String> exercised) {
		Words.of(file.tree()).values().forEach((word) -> {
			String exercise = exercised.get(same(word.text()));
			if (exercise != null) {
				this.problems.add(file.path(), file.line(word.pointer()), "This also stands in the exercise " + exercise
						+ "; what a diagnostic asks must not be in an exercise.");
			}
		});
	}

	private Map<String, String> exercised() {
		Map<String, String> texts = new HashMap<>();
		this.trees.exercises()
			.forEach((exercise) -> Words.of(exercise.yaml().tree())
				.values()
				.stream()
				.map((word) -> same(word.text()))
				.filter((text) -> text.length() > SHORT)
				.forEach((text) -> texts.put(text, exercise.id())));
		return texts;
	}

	private static String same(String text) {
		return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
	}

}
