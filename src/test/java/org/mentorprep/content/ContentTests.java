package org.mentorprep.content;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.ActivityState;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.Step;
import org.mentorprep.activity.Strategy;
import org.mentorprep.pack.PackFiles;
import org.mentorprep.pack.PackReader;
import org.mentorprep.pack.Packs;
import org.mentorprep.pack.kind.ExerciseKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Every pack that is shipped, and the one of the tests, is read and checked. */
class ContentTests {

	static Stream<String> packs() throws IOException {
		return Stream.concat(Stream.of("packs-test/small"), shipped().map((name) -> "packs/" + name));
	}

	private static Stream<String> shipped() throws IOException {
		return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:packs/*/pack.yaml"))
			.map((resource) -> resource.toString().replaceAll(".*packs[/\\\\]([^/\\\\]+)[/\\\\]pack.yaml.*", "$1"));
	}

	@Test
	void atLeastOnePackIsShipped() throws IOException {
		assertThat(shipped()).isNotEmpty();
	}

	@ParameterizedTest
	@MethodSource("packs")
	void packHasNoProblems(String pack) {
		assertThat(new PackReader().check(Packs.read("classpath:" + pack))).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("packs")
	void packCanBeRead(String location) {
		PackFiles files = Packs.read("classpath:" + location);
		Pack pack = new PackReader().read(files, new PackVersionId(UUID.randomUUID()));
		for (Module module : pack.modules()) {
			assertThat(module.tasks()).flatExtracting(Task::pool).allMatch(pack.exercises()::containsKey);
		}
		pack.exercises().values().forEach(ContentTests::print);
	}

	@ParameterizedTest
	@MethodSource("packs")
	void everyExerciseIsShownInAnOrderOfItsOwnToEachAttempt(String location) {
		Pack pack = new PackReader().read(Packs.read("classpath:" + location), new PackVersionId(UUID.randomUUID()));
		assertThat(pack.exercises().values()).filteredOn(ContentTests::hasAnOrder).allSatisfy((exercise) -> {
			Set<Step> shown = LongStream.range(0, 50)
				.mapToObj((seed) -> firstChoice(exercise.activity(), seed))
				.collect(Collectors.toSet());
			assertThat(shown).as(exercise.id().value()).hasSizeGreaterThan(5);
			assertThat(firstChoice(exercise.activity(), 7)).isEqualTo(firstChoice(exercise.activity(), 7));
		});
	}

	/**
	 * A transcript is read as it was said, and whoever writes has nothing to choose from.
	 */
	private static boolean hasAnOrder(Exercise exercise) {
		return !Set.of("highlight", "rewrite").contains(exercise.activity().kind());
	}

	/** Past own words, which have no order. */
	private static Step firstChoice(Activity activity, long seed) {
		ActivityState state = activity.begin(seed);
		Step step = state.step().orElseThrow();
		return step.view().endsWith("own-words") ? activity.next(state, new Answer(Map.of())).step().orElseThrow()
				: step;
	}

	private static void print(Exercise exercise) {
		ExerciseKind kind = ExerciseKind.named(exercise.activity().kind()).orElseThrow();
		StringBuilder table = new StringBuilder(exercise.id() + " (" + kind.name() + ")\n");
		for (Strategy score : exercise.activity().strategies()) {
			table.append(String.format(Locale.ROOT, "  %-56s %.3f%n", score.way(), score.score()));
		}
		System.out.print(table);
	}

}
