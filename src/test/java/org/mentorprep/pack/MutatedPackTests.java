package org.mentorprep.pack;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.mentorprep.yaml.Problem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spoils files of a pack in every way that a program can think of: each fifth way in an
 * ordinary build, always the same ones unless {@code -Dtest.seed} draws others; all of
 * them in the profile full.
 */
class MutatedPackTests {

	private static final long SEED = 20_261_130;

	private static final int EACH = 5;

	private static final PackReader READER = new PackReader();

	@Test
	void refusesEachFifthMutationOfASmallPack() {
		assertThat(acceptedOfASmallPack(EACH)).isEmpty();
	}

	@Test
	@Tag("full")
	void refusesEveryMutationOfASmallPack() {
		assertThat(acceptedOfASmallPack(1)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "m3-j4", "m3-j8", "m3-j12", "m3-lines", "m3-j10" })
	void refusesEachFifthMutationOfTheOtherKindsOfExercise(String exercise) {
		assertThat(acceptedOfExercise(exercise, EACH)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "m3-j4", "m3-j8", "m3-j12", "m3-lines", "m3-j10" })
	@Tag("full")
	void refusesEveryMutationOfTheOtherKindsOfExercise(String exercise) {
		assertThat(acceptedOfExercise(exercise, 1)).isEmpty();
	}

	private static List<Mutations.Mutation> acceptedOfASmallPack(int each) {
		return accepted(Packs.small(), (path) -> true, 200, each);
	}

	private static List<Mutations.Mutation> acceptedOfExercise(String exercise, int each) {
		return accepted(Packs.alone(exercise), (path) -> path.contains("/exercises/"), 20, each);
	}

	private static List<Mutations.Mutation> accepted(PackFiles pack, Predicate<String> files, int atLeast, int each) {
		List<Mutations.Mutation> all = pack.texts()
			.entrySet()
			.stream()
			.filter((file) -> files.test(file.getKey()))
			.flatMap((file) -> Mutations.of(file.getKey(), file.getValue()).stream())
			.toList();
		assertThat(all).hasSizeGreaterThanOrEqualTo(atLeast);
		long seed = Long.getLong("test.seed", SEED);
		Random random = new Random(seed);
		List<Mutations.Mutation> drawn = all.stream().filter((mutation) -> random.nextInt(each) == 0).toList();
		List<Mutations.Mutation> accepted = drawn.stream().filter((mutation) -> !refused(pack, mutation)).toList();
		System.out.printf("%d of %d mutations refused with file and line, drawn from %d by seed %d%n",
				drawn.size() - accepted.size(), drawn.size(), all.size(), seed);
		return accepted;
	}

	private static boolean refused(PackFiles pack, Mutations.Mutation mutation) {
		SortedMap<String, String> texts = new TreeMap<>(pack.texts());
		texts.putAll(Map.of(mutation.file(), mutation.text()));
		List<Problem> problems = READER.check(new PackFiles(texts));
		return (mutation.line() > 0)
				? problems.stream()
					.anyMatch((problem) -> problem.file().equals(mutation.file()) && problem.line() == mutation.line())
				: problems.stream().anyMatch((problem) -> problem.line() > 0 && texts.containsKey(problem.file()));
	}

}
