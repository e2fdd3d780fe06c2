package org.mentorprep.content.authoring.exercise;

import java.util.List;
import java.util.Optional;

import org.mentorprep.content.authoring.exercise.dialogue.DialogueKind;
import org.mentorprep.content.authoring.file.YamlFile;

/** All kinds of exercise that authors may write. */
public final class ExerciseKinds {

	private static final List<ExerciseKind> ALL = List.of(new DialogueKind(), new RateKind(), new ClassifyKind(),
			new OrderKind());

	private ExerciseKinds() {
	}

	public static List<ExerciseKind> all() {
		return ALL;
	}

	/** The kind that a file says it is of. */
	public static Optional<ExerciseKind> of(YamlFile file) {
		return named(file.text("type"));
	}

	public static Optional<ExerciseKind> named(String name) {
		return ALL.stream().filter((kind) -> kind.name().equals(name)).findFirst();
	}

}
