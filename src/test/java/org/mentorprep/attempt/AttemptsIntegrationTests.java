package org.mentorprep.attempt;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import org.mentorprep.activity.Answer;
import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.attempt.Attempts.OpenAttempt;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.Module;
import org.mentorprep.content.Pack;
import org.mentorprep.content.PassRule;
import org.mentorprep.content.Task;
import org.mentorprep.content.TaskId;
import org.mentorprep.launch.PersonId;
import org.mentorprep.library.Library;
import org.mentorprep.programme.Requirements;
import org.mentorprep.progress.ModuleProgress;
import org.mentorprep.progress.Progress.ModuleProgressed;
import org.mentorprep.progress.Progress;
import org.mentorprep.testing.TinyActivity;
import org.mentorprep.testing.TinyPacks;
import org.mentorprep.testing.WorkFixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.BDDMockito.given;

/**
 * What is written when a mentor works, on a real database: answers, result and event
 * stand or fall together. The library alone is made by hand, so that two versions of a
 * pack are there.
 */
@SpringJUnitConfig({ WorkFixture.class, AttemptsIntegrationTests.Downstream.class })
@Tag("database")
@Tag("sql")
class AttemptsIntegrationTests {

	private static final Requirements REQUIRED = Requirements.programme(TinyPacks.PROGRAMME);

	@Autowired
	private Attempts attempts;

	@Autowired
	private Progress progress;

	@Autowired
	private Library library;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Downstream downstream;

	private PersonId person;

	private Pack pack;

	@BeforeEach
	void newPersonAndPack() {
		this.person = new PersonId(UUID.randomUUID());
		this.jdbc.sql("INSERT INTO person (id, created_at) VALUES (?, CURRENT_TIMESTAMP)")
			.param(this.person.value())
			.update();
		this.pack = publish("1.0.0", TinyPacks.RULE);
		this.downstream.failing = false;
		this.downstream.told = 0;
	}

	@Test
	void secondBeginningResumesTheOpenAttempt() {
		assertThat(begin()).isEqualTo(begin());
	}

	@Test
	void beginningAfterTheLastAnswerIsAFreshTry() {
		AttemptId first = work("good", "good");
		assertThat(begin()).isNotEqualTo(first);
	}

	@Test
	void tryAgainDrawsTheExerciseNotSeenYet() {
		work("good", "good");
		work("good", "good");
		assertThat(this.attempts.judged(this.person, TinyPacks.LISTENING))
			.extracting((result) -> result.attempt().exercise())
			.doesNotHaveDuplicates();
	}

	@Test
	void keepsWhereOneLeft() {
		AttemptId attempt = begin();
		answer(attempt, 1, TinyActivity.write("Sit down first."));
		answer(attempt, 2, TinyActivity.choose("fair"));
		assertThat(this.attempts.open(this.person, false, TinyPacks.LISTENING))
			.containsExactly(new OpenAttempt(attempt, TinyPacks.FIRST, 3, "You said fair."));
	}

	@Test
	void ownWordsAreKeptAsTheyWereSent() {
		AttemptId attempt = begin();
		answer(attempt, 1, TinyActivity.write("Ŵyn said: \"Sit down.\" \uD83D\uDE42"));
		assertThat(find(attempt).answers()).containsExactly(TinyActivity.write("Ŵyn said: \"Sit down.\" \uD83D\uDE42"));
	}

	@Test
	void firstAnswerToAStepStands() {
		AttemptId attempt = begin();
		answer(attempt, 1, TinyActivity.write(""));
		answer(attempt, 2, TinyActivity.choose("good"));
		answer(attempt, 2, TinyActivity.choose("poor"));
		assertThat(find(attempt).answers()).containsExactly(TinyActivity.write(""), TinyActivity.choose("good"));
	}

	@Test
	void answerToALaterStepChangesNothing() {
		AttemptId attempt = begin();
		answer(attempt, 3, TinyActivity.choose("good"));
		assertThat(find(attempt).due()).isEqualTo(1);
	}

	@Test
	void refusedAnswerIsNotKept() {
		AttemptId attempt = begin();
		answer(attempt, 1, TinyActivity.write(""));
		assertThatExceptionOfType(AnswerRefused.class)
			.isThrownBy(() -> answer(attempt, 2, TinyActivity.choose("unheard-of")));
		assertThat(find(attempt).due()).isEqualTo(2);
	}

	@Test
	void somebodyElsesAttemptIsNotThere() {
		AttemptId attempt = begin();
		PersonId other = this.person;
		newPersonAndPack();
		assertThat(this.attempts.answer(this.person, REQUIRED, attempt, 1, TinyActivity.write(""))).isEmpty();
		assertThat(this.attempts.find(other, REQUIRED, attempt)).isPresent();
	}

	@Test
	void attemptAtAModuleNotRequiredIsNotThere() {
		AttemptId attempt = begin();
		Requirements asking = Requirements.module(TinyPacks.ASKING);
		assertThat(this.attempts.answer(this.person, asking, attempt, 1, TinyActivity.write(""))).isEmpty();
	}

	@Test
	void lastAnswerIsMarkedAndCountedAtOnce() {
		work("good", "fair");
		assertThat(standing().result(TinyPacks.FIRST)).map((result) -> result.points()).contains(75);
		assertThat(this.downstream.told).isEqualTo(1);
	}

	@Test
	void lastAnswerSentAgainCountsOnce() {
		AttemptId attempt = work("good", "good");
		answer(attempt, 3, TinyActivity.choose("good"));
		assertThat(this.downstream.told).isEqualTo(1);
	}

	@Test
	void nothingIsKeptWhenAListenerFails() {
		AttemptId attempt = begin();
		answer(attempt, 1, TinyActivity.write(""));
		answer(attempt, 2, TinyActivity.choose("good"));
		this.downstream.failing = true;
		assertThatIllegalStateException().isThrownBy(() -> answer(attempt, 3, TinyActivity.choose("good")));
		assertThat(find(attempt).due()).isEqualTo(3);
		assertThat(standing().untouched()).isTrue();
	}

	@Test
	void lastAnswerCanBeSentAgainAfterAListenerFailed() {
		AttemptId attempt = begin();
		answer(attempt, 1, TinyActivity.write(""));
		answer(attempt, 2, TinyActivity.choose("good"));
		this.downstream.failing = true;
		assertThatIllegalStateException().isThrownBy(() -> answer(attempt, 3, TinyActivity.choose("good")));
		this.downstream.failing = false;
		answer(attempt, 3, TinyActivity.choose("good"));
		assertThat(standing().result(TinyPacks.FIRST)).map((result) -> result.points()).contains(100);
	}

	@Test
	void worseAttemptNeverLowersTheResult() {
		work("good", "good");
		work("poor", "poor");
		assertThat(standing().result(TinyPacks.FIRST)).map((result) -> result.points()).contains(100);
	}

	@Test
	void completedWithAllRequiredTasksPassed() {
		work(TinyPacks.FIRST, "good", "good");
		work(TinyPacks.SECOND, "good", "fair");
		assertThat(standing().completed()).isTrue();
		assertThat(standing().points()).isEqualTo(81);
	}

	@Test
	void criticalDimensionBelowTheFloorHoldsThePassBack() {
		work("kind", "kind");
		assertThat(standing().open()).contains(TinyPacks.FIRST);
	}

	@Test
	void attemptKeepsTheVersionItBeganOn() {
		AttemptId attempt = begin();
		publish("2.0.0", TinyPacks.RULE);
		answer(attempt, 1, TinyActivity.write(""));
		assertThat(find(attempt).pack().version()).isEqualTo("1.0.0");
	}

	@Test
	void freshTryBeginsOnTheCurrentVersion() {
		work("good", "good");
		this.pack = publish("2.0.0", TinyPacks.RULE);
		assertThat(find(begin()).pack().version()).isEqualTo("2.0.0");
	}

	@Test
	void stricterRuleTakesNoPassAwayAndHoldsForWhatBeginsAfterIt() {
		work(TinyPacks.FIRST, "good", "fair");
		this.pack = publish("2.0.0", new PassRule(80, 50));
		work(TinyPacks.SECOND, "good", "fair");
		assertThat(this.attempts.judged(this.person, TinyPacks.LISTENING)).extracting(AttemptResult::passed)
			.containsExactly(true, false);
	}

	@Test
	void milderRuleHelpsWhatWasWorkedBeforeIt() {
		this.pack = publish("1.0.0", new PassRule(80, 50));
		work(TinyPacks.FIRST, "good", "fair");
		publish("2.0.0", TinyPacks.RULE);
		assertThat(this.attempts.judged(this.person, TinyPacks.LISTENING)).extracting(AttemptResult::passed)
			.containsExactly(true);
	}

	@Test
	void attemptBegunBeforeAStricterRuleCanStillPass() {
		AttemptId attempt = begin();
		publish("2.0.0", new PassRule(80, 50));
		answer(attempt, 1, TinyActivity.write(""));
		answer(attempt, 2, TinyActivity.choose("good"));
		answer(attempt, 3, TinyActivity.choose("fair"));
		assertThat(this.attempts.judged(this.person, TinyPacks.LISTENING)).extracting(AttemptResult::passed)
			.containsExactly(true);
	}

	@Test
	void newRequiredTaskIsAskedOfWhoHasNotCompleted() {
		work(TinyPacks.FIRST, "good", "good");
		TaskId third = new TaskId("third-minutes");
		publish(with(TinyPacks.task(TinyPacks.FIRST, 1, true, "first-a"), TinyPacks.task(third, 1, true, "second-a")));
		assertThat(standing().open()).containsExactly(third);
		assertThat(standing().points()).isEqualTo(50);
	}

	@Test
	void newRequiredTaskIsAskedOfNobodyWhoHasCompleted() {
		work(TinyPacks.FIRST, "good", "good");
		work(TinyPacks.SECOND, "good", "good");
		publish(with(TinyPacks.task(TinyPacks.FIRST, 1, true, "first-a"),
				TinyPacks.task(new TaskId("third-minutes"), 9, true, "second-a")));
		assertThat(standing()).returns(true, ModuleProgress::completed).returns(100, ModuleProgress::points);
	}

	@Test
	void attemptAtATaskThatIsGoneIsFinishedUnharmed() {
		work(TinyPacks.FIRST, "good", "good");
		AttemptId attempt = begin(TinyPacks.SECOND);
		publish(with(TinyPacks.task(TinyPacks.FIRST, 1, true, "first-a")));
		answer(attempt, 1, TinyActivity.write(""));
		answer(attempt, 2, TinyActivity.choose("good"));
		answer(attempt, 3, TinyActivity.choose("poor"));
		assertThat(find(attempt).done()).isTrue();
		assertThat(standing()).returns(true, ModuleProgress::completed).returns(100, ModuleProgress::points);
	}

	@Test
	void nobodyGoesOnWithAWithdrawnExercise() {
		AttemptId attempt = begin(TinyPacks.SECOND);
		Module module = TinyPacks.listening(TinyPacks.RULE);
		this.pack = publish(new Module(module.id(), module.title(), module.why(), module.lead(), module.passRule(),
				module.pages(), List.of(TinyPacks.task(TinyPacks.SECOND, 1, true, "first-b")),
				Set.of(new ExerciseId("second-a"))));
		assertThat(find(begin(TinyPacks.SECOND)).exercise().id()).isEqualTo(new ExerciseId("first-b"));
		assertThat(find(attempt).done()).isFalse();
	}

	@Test
	void completedStaysCompletedUnderAHarderRule() {
		work(TinyPacks.FIRST, "good", "fair");
		work(TinyPacks.SECOND, "good", "fair");
		publish("2.0.0", new PassRule(80, 50));
		assertThat(standing().completed()).isTrue();
	}

	@Test
	void completionKeepsTheVersionItWasReachedOn() {
		work(TinyPacks.FIRST, "good", "good");
		work(TinyPacks.SECOND, "good", "good");
		Pack first = this.pack;
		this.pack = publish("2.0.0", TinyPacks.RULE);
		work(TinyPacks.FIRST, "good", "good");
		assertThat(this.jdbc.sql("SELECT version FROM module_progress WHERE person = ?")
			.param(this.person.value())
			.query(UUID.class)
			.single()).isEqualTo(first.id().value());
	}

	@Test
	void ownThoughtCanBeTakenBack() {
		AttemptId attempt = work("good", "good");
		this.attempts.reflect(this.person, attempt, "Ask first.");
		this.attempts.reflect(this.person, attempt, "");
		assertThat(this.jdbc.sql("SELECT COUNT(thought) FROM attempt WHERE id = ?")
			.param(attempt.value())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void twoTabsThatAnswerAtOnceLeaveOneAnswer() throws Exception {
		AttemptId attempt = begin();
		answer(attempt, 1, TinyActivity.write(""));
		atOnce(() -> answer(attempt, 2, TinyActivity.choose("good")),
				() -> answer(attempt, 2, TinyActivity.choose("poor")));
		assertThat(find(attempt).answers()).hasSize(2);
	}

	@Test
	void twoTabsThatSendTheLastAnswerAtOnceCountItOnce() throws Exception {
		AttemptId attempt = begin();
		answer(attempt, 1, TinyActivity.write(""));
		answer(attempt, 2, TinyActivity.choose("good"));
		atOnce(() -> answer(attempt, 3, TinyActivity.choose("good")),
				() -> answer(attempt, 3, TinyActivity.choose("good")));
		assertThat(this.downstream.told).isEqualTo(1);
	}

	@Test
	void doubleClickOnBeginLeavesOneAttempt() throws Exception {
		atOnce(this::begin, this::begin);
		assertThat(this.attempts.open(this.person, false, TinyPacks.LISTENING)).hasSize(1);
	}

	private void atOnce(Callable<?> one, Callable<?> other) throws Exception {
		CyclicBarrier start = new CyclicBarrier(2);
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			List<Future<Object>> both = threads.invokeAll(List.of(after(start, one), after(start, other)));
			for (Future<Object> each : both) {
				each.get();
			}
		}
		finally {
			threads.shutdown();
		}
	}

	private static Callable<Object> after(CyclicBarrier start, Callable<?> call) {
		return () -> {
			start.await();
			return call.call();
		};
	}

	private AttemptId begin() {
		return begin(TinyPacks.FIRST);
	}

	private AttemptId begin(TaskId task) {
		return this.attempts.begin(this.person, false, this.pack, TinyPacks.LISTENING,
				this.pack.module(TinyPacks.LISTENING).orElseThrow().task(task).orElseThrow());
	}

	private AttemptId work(String... choices) {
		return work(TinyPacks.FIRST, choices);
	}

	private AttemptId work(TaskId task, String... choices) {
		AttemptId attempt = begin(task);
		answer(attempt, 1, TinyActivity.write("My words."));
		for (int step = 0; step < choices.length; step++) {
			answer(attempt, step + 2, TinyActivity.choose(choices[step]));
		}
		return attempt;
	}

	private Attempt answer(AttemptId attempt, int step, Answer answer) {
		return this.attempts.answer(this.person, REQUIRED, attempt, step, answer).orElseThrow();
	}

	private Attempt find(AttemptId attempt) {
		return this.attempts.find(this.person, REQUIRED, attempt).orElseThrow();
	}

	private ModuleProgress standing() {
		return this.progress.of(this.person, TinyPacks.LISTENING);
	}

	private static Module with(Task... tasks) {
		Module module = TinyPacks.listening(TinyPacks.RULE);
		return new Module(module.id(), module.title(), module.why(), module.lead(), module.passRule(), module.pages(),
				List.of(tasks));
	}

	private Pack publish(Module module) {
		return publish(TinyPacks.pack("2.0.0", List.of(module)));
	}

	private Pack publish(String version, PassRule rule) {
		return publish(TinyPacks.pack(version, rule));
	}

	private Pack publish(Pack published) {
		this.jdbc.sql("INSERT INTO pack_version (id) VALUES (?)").param(published.id().value()).update();
		given(this.library.current()).willReturn(published);
		given(this.library.version(published.id())).willReturn(published);
		return published;
	}

	/** Stands for the rooms after completion, such as the post room. */
	static class Downstream {

		boolean failing;

		int told;

		@EventListener
		void on(ModuleProgressed progressed) {
			if (this.failing) {
				throw new IllegalStateException("A room after this one fails");
			}
			this.told++;
		}

	}

}
