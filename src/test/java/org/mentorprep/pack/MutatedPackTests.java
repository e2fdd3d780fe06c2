package org.mentorprep.pack;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.mentorprep.yaml.Problem;

import static org.assertj.core.api.Assertions.assertThat;

/** Spoils every file of a pack in every way that a program can think of. */
class MutatedPackTests {

	private static final PackReader READER = new PackReader();

	@Test
	void refusesEveryMutationOfASmallPack() {
		List<Mutations.Mutation> accepted = accepted(Packs.small(), (path) -> true, 200);
		assertThat(accepted).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "m3-j4", "m3-j8", "m3-j12", "m3-lines", "m3-j10" })
	void refusesEveryMutationOfTheOtherKindsOfExercise(String exercise) {
		List<Mutations.Mutation> accepted = accepted(Packs.alone(exercise), (path) -> path.contains("/exercises/"), 20);
		assertThat(accepted).isEmpty();
	}

	private static List<Mutations.Mutation> accepted(PackFiles pack, Predicate<String> files, int atLeast) {
		List<Mutations.Mutation> all = pack.texts()
			.entrySet()
			.stream()
			.filter((file) -> files.test(file.getKey()))
			.flatMap((file) -> Mutations.of(file.getKey(), file.getValue()).stream())
			.toList();
		assertThat(all).hasSizeGreaterThanOrEqualTo(atLeast);
		List<Mutations.Mutation> accepted = all.stream().filter((mutation) -> !refused(pack, mutation)).toList();
		System.out
			.println(all.size() - accepted.size() + " of " + all.size() + " mutations refused with file and line");
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
