package org.mentorprep.pack.kind;

import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.dialogue.Wording;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/** One kind of exercise, from its file to the activity that marks answers. */
public interface ExerciseKind {

	/** All kinds of exercise that authors may write. */
	static List<ExerciseKind> all() {
		return List.of(new DialogueKind(), new RateKind(), new ClassifyKind(), new OrderKind(), new HighlightKind(),
				new RewriteKind());
	}

	/** The kind that a file says it is of. */
	static Optional<ExerciseKind> of(YamlFile file) {
		return named(file.text("type"));
	}

	static Optional<ExerciseKind> named(String name) {
		return all().stream().filter((kind) -> kind.name().equals(name)).findFirst();
	}

	/**
	 * What files call it in {@code type}; also the first part of the name of its schema.
	 */
	String name();

	/**
	 * Checks that every name the file uses is one that it has. It can be built if there
	 * is no problem, and it has the shape of its schema. Without that shape this checks
	 * what is there, so that authors see all problems at once.
	 */
	void checkReferences(YamlFile file, Problems problems);

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

	/**
	 * Words among which a mentor chooses.
	 *
	 * @param credit what they earn, 0 to 1
	 */
	record Option(String text, double credit) {

		/**
		 * What counts as the best, and as partly right, in the word above the feedback.
		 */
		private static final double BEST = 0.99;

		private static final double PARTIAL = 0.4;

		public boolean best() {
			return this.credit >= BEST;
		}

		public boolean partial() {
			return !best() && this.credit >= PARTIAL;
		}

		public boolean asks() {
			return Wording.asks(this.text);
		}

	}

}
