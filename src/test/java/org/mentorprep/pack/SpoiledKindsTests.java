package org.mentorprep.pack;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each row spoils one thing in an exercise as it is shipped, and says which problem must
 * come of it, and in which line.
 */
class SpoiledKindsTests {

	static Stream<SpoiledFile> rows() {
		return Stream.of(
				new SpoiledFile("exercises/m3-j4", "id: walk", "id: front", "id: front",
						"Two responses are called front."),
				new SpoiledFile("exercises/m3-j4", "key: harms", "key: hurts", "key: hurts",
						"responses[3].key must be one of helps-a-lot, helps-a-bit, hinders-a-bit, harms."),
				new SpoiledFile("exercises/m3-j4", "flag: evasion", "flag: silence", "flag: silence",
						"responses[5].flag must be one of judgementoring, evasion, taking_over, interrogation, boundary."),
				new SpoiledFile("exercises/m3-j4", "(?s)key: (harms|hinders-a-bit)", "key: helps-a-bit", "responses:",
						"All responses help; there should be some of both."),
				new SpoiledFile("exercises/m3-j4", "dimensions: \\[E, H, M]", "dimensions: [E, H, H]", "dimensions:",
						"dimensions names something twice."),
				new SpoiledFile("exercises/m3-j8", "id: heads", "id: manner", "id: manner",
						"Two items are called manner."),
				new SpoiledFile("exercises/m3-j8", "key: judgement\n(?=.*\n.*It tells)", "key: opinion\n",
						"key: opinion", "There is no class opinion."),
				new SpoiledFile("exercises/m3-j8", "items:", "  praise: {name: Praise}\nitems:", "praise:",
						"No item belongs in the class praise."),
				new SpoiledFile("exercises/m3-j8", "name: Inference", "name: ' '", "inference:",
						"classes.inference.name must not be empty."),
				new SpoiledFile("exercises/m3-j12", "then: talk", "then: speak", "- first: evidence",
						"There is no step speak."),
				new SpoiledFile("exercises/m3-j12", "before:", "before:\n  - [form, evidence]", "- [form, evidence]",
						"No order fits: form comes before evidence, and by other pairs after it."),
				new SpoiledFile("exercises/m3-j12", "before:", "before:\n  - [talk, evidence]", "- first: evidence",
						"The pair of evidence and talk stands twice."),
				new SpoiledFile("exercises/m3-j12", "before:", "before:\n  - [talk, form, review]",
						"- [talk, form, review]", "before[1] has more than 2 entries."));
	}

	@ParameterizedTest
	@MethodSource("rows")
	void refusesSpoiledExercise(SpoiledFile spoiled) {
		assertThat(spoiled.problems()).containsExactly(spoiled.expected());
	}

}
