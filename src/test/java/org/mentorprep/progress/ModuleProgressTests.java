package org.mentorprep.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.mentorprep.activity.Dimension;
import org.mentorprep.activity.Mark;
import org.mentorprep.attempt.AttemptId;
import org.mentorprep.attempt.AttemptResult;
import org.mentorprep.attempt.AttemptResult.ScoredAttempt;
import org.mentorprep.attempt.Attempts.AttemptSummary;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.Module;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.TaskId;
import org.mentorprep.progress.ModuleProgress.State;
import org.mentorprep.progress.ModuleProgress.TaskResult;
import org.mentorprep.testing.TinyActivity;
import org.mentorprep.testing.TinyPacks;

import static org.assertj.core.api.Assertions.assertThat;

/** What attempts come to. The second task of the module weighs three times the first. */
class ModuleProgressTests {

	private static final Module MODULE = TinyPacks.listening(TinyPacks.RULE);

	private static final PackVersionId PACK = new PackVersionId(UUID.randomUUID());

	private static final PackVersionId NOW = new PackVersionId(UUID.randomUUID());

	@Test
	void moduleScoreIsTheWeightedMeanOfTheBestResults() {
		assertThat(standing(of(TinyPacks.FIRST, 80, 1), of(TinyPacks.SECOND, 90, 2)).points()).isEqualTo(87);
	}

	@Test
	void taskNotDoneCountsNothing() {
		assertThat(standing(of(TinyPacks.SECOND, 100, 1)).points()).isEqualTo(75);
	}

	@Test
	@DisplayName("case 151: only the best result of a task counts, and so is sent")
	void onlyTheBestResultOfATaskCounts() {
		assertThat(standing(of(TinyPacks.SECOND, 100, 1), of(TinyPacks.SECOND, 20, 2)).points()).isEqualTo(75);
	}

	@Test
	void completedOnceEveryRequiredTaskIsPassed() {
		assertThat(standing(of(TinyPacks.FIRST, 70, 1), of(TinyPacks.SECOND, 70, 2)).completed()).isTrue();
	}

	@Test
	void notCompletedWhileARequiredTaskIsNotPassed() {
		assertThat(standing(of(TinyPacks.FIRST, 69, 1), of(TinyPacks.SECOND, 100, 2)).open())
			.containsExactly(TinyPacks.FIRST);
	}

	@Test
	void taskTriedWithAWithdrawnExerciseStandsInNobodysWay() {
		assertThat(withdrawing("first-a")).returns(true, ModuleProgress::completed).returns(80, ModuleProgress::points);
	}

	@Test
	void taskNotTriedWithAWithdrawnExerciseIsAskedFor() {
		assertThat(withdrawing("another").open()).containsExactly(TinyPacks.FIRST);
	}

	@Test
	void nothingIsCompletedByWithdrawnExercisesAlone() {
		assertThat(fold(withdrawn("first-a"), of(TinyPacks.FIRST, 10, 1), of(TinyPacks.SECOND, 10, 2)).open())
			.containsExactly(TinyPacks.FIRST, TinyPacks.SECOND);
	}

	private static ModuleProgress withdrawing(String exercise) {
		return fold(withdrawn(exercise), of(TinyPacks.FIRST, 10, 1), of(TinyPacks.SECOND, 80, 2, "second-a"));
	}

	private static Module withdrawn(String exercise) {
		return new Module(MODULE.id(), MODULE.title(), MODULE.why(), MODULE.lead(), MODULE.passRule(), MODULE.pages(),
				MODULE.tasks(), Set.of(new ExerciseId(exercise)));
	}

	@Test
	void optionalTaskIsNotNeeded() {
		assertThat(withSecondOptional(of(TinyPacks.FIRST, 70, 1)).completed()).isTrue();
	}

	@Test
	void optionalTaskLeavesTheScoreAloneSoThatCompletedIsNeverBelowThePassMark() {
		assertThat(withSecondOptional(of(TinyPacks.FIRST, 70, 1)).points()).isEqualTo(70);
		assertThat(withSecondOptional(of(TinyPacks.FIRST, 70, 1), of(TinyPacks.SECOND, 20, 2)).points()).isEqualTo(70);
	}

	private static ModuleProgress withSecondOptional(AttemptResult... attempts) {
		Module module = new Module(MODULE.id(), MODULE.title(), MODULE.why(), MODULE.lead(), MODULE.passRule(),
				MODULE.pages(), List.of(TinyPacks.task(TinyPacks.FIRST, 1, true, "first-a"),
						TinyPacks.task(TinyPacks.SECOND, 1, false, "second-a")));
		return fold(module, attempts);
	}

	@Test
	void completedByTheAttemptThatPassedTheLastTask() {
		assertThat(standing(of(TinyPacks.FIRST, 70, 1), of(TinyPacks.SECOND, 70, 2), of(TinyPacks.FIRST, 100, 3))
			.completedAt()).isEqualTo(Instant.ofEpochSecond(2));
	}

	@Test
	void completedStaysOnTheVersionItWasCompletedOn() {
		assertThat(completedBefore().rebuilt(MODULE, NOW,
				summaries(MODULE, of(TinyPacks.FIRST, 100, 5), of(TinyPacks.SECOND, 100, 6))))
			.returns(100, ModuleProgress::points)
			.returns(Instant.EPOCH, ModuleProgress::completedAt)
			.returns(PACK, ModuleProgress::version);
	}

	@Test
	void completedStaysCompletedWhenMoreIsAskedLater() {
		AttemptResult only = of(TinyPacks.FIRST, 80, 1);
		assertThat(completedBefore().rebuilt(MODULE, NOW, summaries(MODULE, only))).returns(80, ModuleProgress::points)
			.returns(true, ModuleProgress::completed)
			.returns(Instant.EPOCH, ModuleProgress::completedAt)
			.returns(List.of(new TaskResult(only, 1)), ModuleProgress::results)
			.returns(List.of(), ModuleProgress::open);
	}

	@Test
	void countsHowOftenATaskWasFinished() {
		assertThat(standing(of(TinyPacks.FIRST, 10, 1), of(TinyPacks.FIRST, 20, 2)).result(TinyPacks.FIRST))
			.map(TaskResult::tries)
			.contains(2);
	}

	@Test
	void attemptsAtATaskThatIsGoneCountNothing() {
		assertThat(standing(of(new TaskId("gone"), 100, 1)).untouched()).isTrue();
	}

	@Test
	void saysWhereSomeoneIs() {
		ModuleProgress none = ModuleProgress.none(MODULE, NOW);
		assertThat(none.state()).isEqualTo(State.NOT_STARTED);
		assertThat(none.with(MODULE, begun(of(TinyPacks.FIRST, 10, 1))).state()).isEqualTo(State.IN_PROGRESS);
		assertThat(standing(of(TinyPacks.FIRST, 100, 1)).state()).isEqualTo(State.IN_PROGRESS);
		assertThat(standing(of(TinyPacks.FIRST, 100, 1), of(TinyPacks.SECOND, 10, 2)).state()).isEqualTo(State.NOT_YET);
		assertThat(standing(of(TinyPacks.FIRST, 100, 1), of(TinyPacks.SECOND, 100, 2)).state())
			.isEqualTo(State.COMPLETED);
	}

	@Test
	void attemptOnAWithdrawnExerciseIsNotCarriedOnWith() {
		AttemptSummary open = begun(of(TinyPacks.FIRST, 10, 1));
		AttemptSummary withdrawn = new AttemptSummary(open.id(), open.module(), open.task(), open.pack(),
				open.begunAt(), true, null);
		ModuleProgress none = ModuleProgress.none(MODULE, NOW);
		assertThat(none.with(MODULE, open).tasks().get(0).open()).isEqualTo(open.id());
		assertThat(none.with(MODULE, withdrawn).tasks().get(0).open()).isNull();
	}

	@Test
	void helpIsWantedAfterThreeTriesInVainUntilTheModuleIsCompleted() {
		AttemptResult[] vain = { of(TinyPacks.FIRST, 10, 1), of(TinyPacks.FIRST, 20, 2), of(TinyPacks.FIRST, 30, 3) };
		assertThat(standing(vain).helpWanted()).isTrue();
		assertThat(standing(vain[0], vain[1]).helpWanted()).isFalse();
		assertThat(completedBefore().rebuilt(MODULE, NOW, summaries(MODULE, vain)).helpWanted()).isFalse();
	}

	@Property(tries = 200)
	void nothingThatComesLaterLowersAnything(@ForAll("histories") List<AttemptResult> history) {
		ModuleProgress before = ModuleProgress.none(MODULE, NOW);
		for (AttemptSummary attempt : summaries(MODULE, history.toArray(AttemptResult[]::new))) {
			ModuleProgress now = before.with(MODULE, attempt);
			assertThat(now.points()).isGreaterThanOrEqualTo(before.points());
			assertThat(now.completed() || !before.completed()).isTrue();
			before = now;
		}
	}

	@Property(tries = 200)
	void rebuiltFromTheAttemptsIsWhatWasKeptStepByStep(@ForAll("histories") List<AttemptResult> history,
			@ForAll boolean lastIsOpen, @ForAll("withdrawals") Module module) {
		ModuleProgress stepwise = ModuleProgress.none(module, NOW);
		List<AttemptSummary> attempts = new ArrayList<>(summaries(module, history.toArray(AttemptResult[]::new)));
		for (AttemptSummary attempt : attempts) {
			stepwise = stepwise.with(module, begun(attempt));
			stepwise = stepwise.with(module, attempt);
		}
		if (lastIsOpen) {
			attempts.add(begun(of(TinyPacks.FIRST, 0, 100)));
			stepwise = stepwise.with(module, attempts.get(attempts.size() - 1));
		}
		assertThat(ModuleProgress.none(module, NOW).rebuilt(module, NOW, attempts)).isEqualTo(stepwise);
		assertThat(stepwise.rebuilt(module, NOW, attempts)).isEqualTo(stepwise);
	}

	@Property(tries = 200)
	void completionIsWhatTheAttemptsComeToAtOnce(@ForAll("histories") List<AttemptResult> history) {
		ModuleProgress progress = standing(history.toArray(AttemptResult[]::new));
		Map<TaskId, AttemptResult> passed = new HashMap<>();
		history.stream()
			.filter(AttemptResult::passed)
			.forEach((result) -> passed.putIfAbsent(result.attempt().task(), result));
		assertThat(progress.completed()).isEqualTo(passed.size() == 2);
		if (passed.size() == 2) {
			assertThat(progress.completedAt()).isEqualTo(passed.values()
				.stream()
				.map((result) -> result.attempt().finishedAt())
				.max(Comparator.naturalOrder())
				.orElseThrow());
		}
	}

	@Provide
	Arbitrary<Module> withdrawals() {
		return Arbitraries.of(MODULE, withdrawn("first-a"), withdrawn("second-a"));
	}

	@Provide
	Arbitrary<List<AttemptResult>> histories() {
		Arbitrary<TaskId> tasks = Arbitraries.of(TinyPacks.FIRST, TinyPacks.SECOND);
		Arbitrary<String> exercises = Arbitraries.of("first-a", "first-b", "second-a");
		return Combinators.combine(tasks, Arbitraries.integers().between(0, 100), exercises)
			.as((task, points, exercise) -> of(task, points, 0, exercise))
			.list()
			.ofMaxSize(8)
			.map(ModuleProgressTests::inOrder);
	}

	private static List<AttemptResult> inOrder(List<AttemptResult> attempts) {
		List<AttemptResult> ordered = new ArrayList<>();
		for (AttemptResult judged : attempts) {
			ordered
				.add(of(judged.attempt().task(), judged.points(), ordered.size(), judged.attempt().exercise().value()));
		}
		return ordered;
	}

	private static ModuleProgress standing(AttemptResult... attempts) {
		return fold(MODULE, attempts);
	}

	private static ModuleProgress fold(Module module, AttemptResult... attempts) {
		return ModuleProgress.none(module, NOW).rebuilt(module, NOW, summaries(module, attempts));
	}

	private static ModuleProgress completedBefore() {
		return new ModuleProgress(MODULE.id(), 80, Instant.EPOCH, PACK, Instant.EPOCH, Instant.EPOCH, List.of(), PACK);
	}

	private static List<AttemptSummary> summaries(Module module, AttemptResult... attempts) {
		return Stream.of(attempts)
			.map((result) -> new AttemptSummary(result.attempt().id(), module.id(), result.attempt().task(),
					result.attempt().pack(), result.attempt().finishedAt().minusMillis(500),
					module.withdrawn().contains(result.attempt().exercise()), result))
			.toList();
	}

	private static AttemptSummary begun(AttemptResult later) {
		return begun(summaries(MODULE, later).get(0));
	}

	private static AttemptSummary begun(AttemptSummary later) {
		return new AttemptSummary(later.id(), later.module(), later.task(), later.pack(), later.begunAt(),
				later.withdrawn(), null);
	}

	private static AttemptResult of(TaskId task, int points, int second) {
		return of(task, points, second, "first-a");
	}

	private static AttemptResult of(TaskId task, int points, int second, String exercise) {
		Mark mark = new Mark(points / 100.0, Map.of(Dimension.E, points / 100.0), Set.of());
		ScoredAttempt attempt = new ScoredAttempt(new AttemptId(UUID.randomUUID()), task, new ExerciseId(exercise),
				new PackVersionId(new UUID(0, second)), mark, Instant.ofEpochSecond(second));
		return new AttemptResult(attempt, MODULE.passRule().passes(mark, new TinyActivity()),
				MODULE.passRule().below(mark, Set.of(Dimension.E)));
	}

}
