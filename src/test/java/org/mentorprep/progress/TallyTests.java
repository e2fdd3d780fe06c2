package org.mentorprep.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

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
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.Module;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.TaskId;
import org.mentorprep.testing.TinyActivity;
import org.mentorprep.testing.TinyPacks;

import static org.assertj.core.api.Assertions.assertThat;

/** What attempts come to. The second task of the module weighs three times the first. */
class TallyTests {

	private static final Module MODULE = TinyPacks.listening(TinyPacks.RULE);

	private static final PackVersionId PACK = new PackVersionId(UUID.randomUUID());

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
		assertThat(withdrawing("first-a").standing(Completion.NONE)).returns(true, ModuleProgress::completed)
			.returns(80, ModuleProgress::points);
	}

	@Test
	void taskNotTriedWithAWithdrawnExerciseIsAskedFor() {
		assertThat(withdrawing("another").standing(Completion.NONE).open()).containsExactly(TinyPacks.FIRST);
	}

	@Test
	void nothingIsCompletedByWithdrawnExercisesAlone() {
		Tally tally = new Tally(withdrawn("first-a"), List.of(of(TinyPacks.FIRST, 10, 1), of(TinyPacks.SECOND, 10, 2)));
		assertThat(tally.standing(Completion.NONE).open()).containsExactly(TinyPacks.FIRST, TinyPacks.SECOND);
	}

	private static Tally withdrawing(String exercise) {
		return new Tally(withdrawn(exercise),
				List.of(of(TinyPacks.FIRST, 10, 1), of(TinyPacks.SECOND, 80, 2, "second-a")));
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
		return new Tally(module, List.of(attempts)).standing(Completion.NONE);
	}

	@Test
	void completedByTheAttemptThatPassedTheLastTask() {
		assertThat(standing(of(TinyPacks.FIRST, 70, 1), of(TinyPacks.SECOND, 70, 2), of(TinyPacks.FIRST, 100, 3))
			.completedAt()).isEqualTo(Instant.ofEpochSecond(2));
	}

	@Test
	void completedStaysOnTheVersionItWasCompletedOn() {
		Completion before = new Completion(80, Instant.EPOCH, PACK);
		assertThat(new Tally(MODULE, List.of(of(TinyPacks.FIRST, 100, 5), of(TinyPacks.SECOND, 100, 6))).count(before))
			.isEqualTo(new Completion(100, Instant.EPOCH, PACK));
	}

	@Test
	void completedStaysCompletedWhenMoreIsAskedLater() {
		AttemptResult only = of(TinyPacks.FIRST, 80, 1);
		ModuleProgress standing = new Tally(MODULE, List.of(only)).standing(new Completion(80, Instant.EPOCH, PACK));
		assertThat(standing).isEqualTo(
				new ModuleProgress(MODULE.id(), 80, true, Instant.EPOCH, List.of(new TaskResult(only, 1)), List.of()));
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

	@Property(tries = 200)
	void nothingThatComesLaterLowersAnything(@ForAll("histories") List<AttemptResult> history) {
		Completion before = Completion.NONE;
		for (int length = 1; length <= history.size(); length++) {
			Completion now = new Tally(MODULE, history.subList(0, length)).count(before);
			assertThat(now.points()).isGreaterThanOrEqualTo(before.points());
			assertThat(now.completed() || !before.completed()).isTrue();
			before = now;
		}
	}

	@Property(tries = 200)
	void whatIsKeptIsWhatTheAttemptsComeToAtOnce(@ForAll("histories") List<AttemptResult> history) {
		Completion stepwise = Completion.NONE;
		for (int length = 1; length <= history.size(); length++) {
			stepwise = new Tally(MODULE, history.subList(0, length)).count(stepwise);
		}
		Completion atOnce = new Tally(MODULE, history).count(Completion.NONE);
		assertThat(atOnce.completedAt()).isEqualTo(stepwise.completedAt());
		assertThat(atOnce.pack()).isEqualTo(stepwise.pack());
	}

	@Provide
	Arbitrary<List<AttemptResult>> histories() {
		Arbitrary<TaskId> tasks = Arbitraries.of(TinyPacks.FIRST, TinyPacks.SECOND);
		return Combinators.combine(tasks, Arbitraries.integers().between(0, 100))
			.as((task, points) -> of(task, points, 0))
			.list()
			.ofMaxSize(8)
			.map(TallyTests::inOrder);
	}

	private static List<AttemptResult> inOrder(List<AttemptResult> attempts) {
		List<AttemptResult> ordered = new ArrayList<>();
		for (AttemptResult judged : attempts) {
			ordered.add(of(judged.attempt().task(), judged.points(), ordered.size()));
		}
		return ordered;
	}

	private static ModuleProgress standing(AttemptResult... attempts) {
		return new Tally(MODULE, List.of(attempts)).standing(Completion.NONE);
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
