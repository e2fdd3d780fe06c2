package org.mentorprep.pack.kind;

import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import org.mentorprep.activity.Activity;
import org.mentorprep.pack.kind.Options.Option;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/** One kind of exercise, from its file to the activity that marks answers. */
public interface ExerciseKind {

	/**
	 * What files call it in {@code type}; also the first part of the name of its schema.
	 */
	String name();

	/**
	 * Looks whether every name that the file uses is one that it has.
	 * @param file has the shape of its schema
	 * @return whether it can be built
	 */
	boolean checkReferences(YamlFile file, Problems problems);

	/** The activity of a file that was checked. */
	Activity build(JsonNode tree);

	/**
	 * Checks what the exercise measures.
	 * @param passMark points of 100 that no blind strategy may reach
	 */
	void checkMeaning(YamlFile file, Activity activity, int passMark, Problems problems);

	/** What a panel is asked, so that the key rests on more than its authors. */
	PanelQuestions panel(Activity activity);

	/** The words among which mentors choose, if it is a kind in which they do. */
	default List<Option> options(Activity activity) {
		return List.of();
	}

	/** All kinds of exercise that authors may write. */
	public final static class ExerciseKinds {

		private static final List<ExerciseKind> ALL = List.of(new DialogueKind(), new RateKind(), new ClassifyKind(),
				new OrderKind(), new HighlightKind(), new RewriteKind());

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

}
