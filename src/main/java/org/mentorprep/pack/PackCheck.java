package org.mentorprep.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

import org.mentorprep.pack.kind.ExerciseFile;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/**
 * Checks what the files of a pack say, in one rendering. Their shape was checked before,
 * by their schemas.
 */
class PackCheck {

	private final PackTrees trees;

	private final Problems problems;

	private final Predicate<YamlFile> examined;

	/**
	 * @param examined the exercises and diagnostics that are checked for what they
	 * measure, which takes long
	 */
	PackCheck(PackTrees trees, Problems problems, Predicate<YamlFile> examined) {
		this.trees = trees;
		this.problems = problems;
		this.examined = examined;
	}

	/** Checks what must hold in every rendering. */
	void check() {
		new NamesCheck(this.trees, this.problems).check();
		Markdown markdown = new Markdown();
		for (PackTrees.PageFile page : this.trees.pages()) {
			markdown.check(page.front().path(), page.markdown(), page.line(), this.problems);
		}
		List<ExerciseFile> sound = new ArrayList<>();
		for (ExerciseFile exercise : this.trees.exercises()) {
			if (exercise.isSound(this.problems)) {
				sound.add(exercise);
				if (this.examined.test(exercise.yaml())) {
					exercise.checkMeaning(passMark(exercise.id()), this.problems);
				}
			}
		}
		ModuleCheck modules = new ModuleCheck(this.trees, this.problems);
		modules.check(sound);
		modules.checkDiagnostics(this.examined);
	}

	/** Checks what is checked once, in the texts of the authors. */
	void checkOriginal() {
		new ReadabilityCheck(this.problems).check(this.trees);
		new TranslationCheck(this.trees, this.problems).check();
	}

	/** The lowest pass mark of the modules that use an exercise. */
	private int passMark(String exercise) {
		OptionalInt lowest = this.trees.modules()
			.values()
			.stream()
			.filter((module) -> module.tree()
				.path("tasks")
				.valueStream()
				.flatMap((task) -> task.path("pool").valueStream())
				.anyMatch((id) -> id.asString("").equals(exercise)))
			.mapToInt((module) -> module.tree().at("/pass/mark").asInt(100))
			.min();
		return lowest.orElse(100);
	}

}
