package org.mentorprep.content.authoring;

import java.util.List;
import java.util.OptionalInt;

import org.mentorprep.content.Pack;
import org.mentorprep.content.PublishedPackId;
import org.mentorprep.content.authoring.exercise.ExerciseKinds;
import org.mentorprep.content.authoring.file.Problem;
import org.mentorprep.content.authoring.file.Problems;
import org.mentorprep.content.authoring.file.SchemaCheck;

/**
 * Checks and reads packs. Checking is for what shall be published now; reading trusts
 * what was published once, or a stricter check of tomorrow would lock out yesterday's
 * attempts.
 */
public class PackReader {

	private final SchemaCheck schemas = new SchemaCheck();

	/** All problems at once, in reading order; none if the pack may be published. */
	public List<Problem> check(PackFiles files) {
		Problems problems = new Problems();
		PackTrees trees = new PackParser(this.schemas, problems).parse(files);
		if (trees.readable()) {
			new NamesCheck(trees, problems).check();
		}
		Markdown markdown = new Markdown();
		for (PackTrees.PageFile page : trees.pages()) {
			markdown.check(page.front().path(), page.markdown(), page.line(), problems);
		}
		for (PackTrees.ExerciseFile exercise : trees.exercises()) {
			ExerciseKinds.of(exercise.yaml())
				.filter((kind) -> exercise.shaped() && kind.checkReferences(exercise.yaml(), problems))
				.ifPresent((kind) -> kind.checkMeaning(exercise.yaml(), kind.build(exercise.yaml().tree()),
						passMark(trees, exercise.id()), problems));
		}
		return problems.inReadingOrder();
	}

	/** The pack made of files that were checked before. */
	public Pack read(PackFiles files, PublishedPackId id) {
		Problems ignored = new Problems();
		return new PackBuilder(new PackParser(this.schemas, ignored).parse(files)).build(id);
	}

	/** The lowest pass mark of the modules that use an exercise. */
	private static int passMark(PackTrees trees, String exercise) {
		OptionalInt lowest = trees.modules()
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
