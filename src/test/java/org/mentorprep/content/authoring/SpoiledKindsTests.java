package org.mentorprep.content.authoring;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.mentorprep.content.authoring.file.Problem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each row spoils one thing in an exercise as it is shipped, and says which problem must
 * come of it, and in which line.
 */
class SpoiledKindsTests {

	private static final PackFiles SHIPPED = Packs.read("classpath:packs/mentor-prep");

	static Stream<Spoiled> rows() {
		return Stream.of(new Spoiled("m3-j4", "id: walk", "id: front", "id: front", "Two responses are called front."),
				new Spoiled("m3-j4", "key: harms", "key: hurts", "key: hurts",
						"responses[3].key must be one of helps-a-lot, helps-a-bit, hinders-a-bit, harms."),
				new Spoiled("m3-j4", "flag: evasion", "flag: silence", "flag: silence",
						"responses[5].flag must be one of judgementoring, evasion, taking_over, interrogation, boundary."),
				new Spoiled("m3-j4", "(?s)key: (harms|hinders-a-bit)", "key: helps-a-bit", "responses:",
						"All responses help; there should be some of both."),
				new Spoiled("m3-j4", "dimensions: \\[E, H, M]", "dimensions: [E, H, H]", "dimensions:",
						"dimensions names something twice."),
				new Spoiled("m3-j8", "id: heads", "id: manner", "id: manner", "Two items are called manner."),
				new Spoiled("m3-j8", "key: judgement\n(?=.*\n.*It tells)", "key: opinion\n", "key: opinion",
						"There is no class opinion."),
				new Spoiled("m3-j8", "items:", "  praise: {name: Praise}\nitems:", "praise:",
						"No item belongs in the class praise."),
				new Spoiled("m3-j8", "name: Inference", "name: ' '", "inference:",
						"classes.inference.name must not be empty."),
				new Spoiled("m3-j12", "then: talk", "then: speak", "- first: evidence", "There is no step speak."),
				new Spoiled("m3-j12", "before:", "before:\n  - [form, evidence]", "- [form, evidence]",
						"No order fits: form comes before evidence, and by other pairs after it."),
				new Spoiled("m3-j12", "before:", "before:\n  - [talk, evidence]", "- first: evidence",
						"The pair of evidence and talk stands twice."),
				new Spoiled("m3-j12", "before:", "before:\n  - [talk, form, review]", "- [talk, form, review]",
						"before[1] has more than 2 entries."));
	}

	@ParameterizedTest
	@MethodSource("rows")
	void refusesSpoiledExercise(Spoiled spoiled) {
		SortedMap<String, String> texts = new TreeMap<>(SHIPPED.texts());
		String changed = texts.get(spoiled.path()).replaceAll(spoiled.from(), spoiled.to());
		assertThat(changed).isNotEqualTo(texts.put(spoiled.path(), changed));
		assertThat(new PackReader().check(new PackFiles(texts))).extracting(Problem::toString)
			.containsExactly(spoiled.path() + ":" + spoiled.line(changed) + ": " + spoiled.problem());
	}

	/**
	 * One row.
	 *
	 * @param from regular expression for what is spoiled, wherever it stands
	 * @param at words of the line that the problem names, where they stand last
	 */
	private record Spoiled(String exercise, String from, String to, String at, String problem) {

		String path() {
			return "modules/judgementoring/exercises/" + this.exercise + ".yaml";
		}

		/** The last line with the words: of two alike, the second is the one too many. */
		long line(String text) {
			return text.substring(0, text.lastIndexOf(this.at) + 1).lines().count();
		}

		@Override
		public String toString() {
			return this.exercise + ": " + this.problem;
		}

	}

}
