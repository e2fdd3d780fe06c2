package org.mentorprep.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.mentorprep.pack.kind.ExerciseKind.ExerciseKinds;
import org.mentorprep.yaml.Problems;

/**
 * Checks what a pack means, in one rendering. The shape of its files was checked before.
 */
public class PackCheck {

	private final PackTrees trees;

	private final Problems problems;

	public PackCheck(PackTrees trees, Problems problems) {
		this.trees = trees;
		this.problems = problems;
	}

	/** What must hold however the pack reads. */
	public void check() {
		if (this.trees.readable()) {
			new NamesCheck(this.trees, this.problems).check();
			new ProgrammeCheck(this.trees, this.problems).check();
		}
		Markdown markdown = new Markdown();
		for (PackTrees.PageFile page : this.trees.pages()) {
			markdown.check(page.front().path(), page.markdown(), page.line(), this.problems);
		}
		List<PackTrees.ExerciseFile> sound = new ArrayList<>();
		for (PackTrees.ExerciseFile exercise : this.trees.exercises()) {
			ExerciseKinds.of(exercise.yaml())
				.filter((kind) -> exercise.shaped() && kind.checkReferences(exercise.yaml(), this.problems))
				.ifPresent((kind) -> {
					sound.add(exercise);
					kind.checkMeaning(exercise.yaml(), kind.build(exercise.yaml().tree()), passMark(exercise.id()),
							this.problems);
				});
		}
		new ModuleCheck(this.trees, this.problems).check(sound);
		new DiagnosticCheck(this.trees, this.problems).check();
	}

	/** What is looked at once, in the words of the authors. */
	public void checkOriginal() {
		new ReadabilityCheck(this.problems).check(this.trees);
		if (this.trees.readable()) {
			new TranslationCheck(this.trees, this.problems).check();
		}
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
