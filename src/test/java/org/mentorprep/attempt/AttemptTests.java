package org.mentorprep.attempt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.attempt.AttemptPage.AttemptHead;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Task;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.PersonId;
import org.mentorprep.testing.TinyActivity;
import org.mentorprep.testing.TinyPacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** An attempt: what it is filled with, and what its answers fold to. */
class AttemptTests {

	private static final PersonId PERSON = new PersonId(UUID.randomUUID());

	private static final Pack PACK = TinyPacks.pack("1.0.0", TinyPacks.RULE);

	private static final Task TASK = TinyPacks.task(TinyPacks.FIRST, 1, true, "a", "b", "c");

	private final Attempt fresh = Attempt.fresh(PERSON, false, PACK, TinyPacks.LISTENING,
			PACK.module(TinyPacks.LISTENING).orElseThrow().tasks().get(0), List.of(), 7);

	private final Attempt written = this.fresh.with(TinyActivity.write("Sit down first."));

	private final Attempt once = this.written.with(TinyActivity.choose("fair"));

	private final Attempt done = this.once.with(TinyActivity.choose("good"));

	@Property(tries = 200)
	void repeatsNoExerciseBeforeAllOfThePoolWereSeen(@ForAll long seed) {
		List<ExerciseId> seen = new ArrayList<>();
		for (int round = 0; round < 6; round++) {
			seen.add(draw(seen, seed + round));
		}
		assertThat(Set.copyOf(seen.subList(0, 3))).hasSize(3);
		assertThat(Set.copyOf(seen.subList(3, 6))).hasSize(3);
	}

	@Test
	void seedDecidesWhichOfTheUnseenComes() {
		Set<ExerciseId> drawn = new HashSet<>();
		for (long seed = 0; seed < 50; seed++) {
			drawn.add(draw(List.of(), seed));
		}
		assertThat(drawn).hasSize(3);
	}

	@Test
	void exercisesThatLeftThePoolAreNotDrawnAgain() {
		assertThat(draw(List.of(new ExerciseId("gone"), new ExerciseId("a"), new ExerciseId("b")), 7))
			.isEqualTo(new ExerciseId("c"));
	}

	@Test
	void isPinnedToTheVersionItBeginsOn() {
		assertThat(this.fresh.pack()).isEqualTo(PACK);
	}

	@Test
	void asksForTheStepAfterTheLastAnswer() {
		assertThat(this.once.due()).isEqualTo(3);
	}

	@Test
	void ownWordsHaveNoReply() {
		assertThat(this.once.hasReply(1)).isFalse();
	}

	@Test
	void ownWordsBelongToTheDecisionTheyPrecede() {
		assertThat(List.of(this.done.decision(1), this.done.decision(2), this.done.decision(3))).containsExactly(1, 1,
				2);
	}

	@Test
	void countsDecisionsOnTheWay() {
		assertThat(this.done.decisions()).isEqualTo(2);
	}

	@Test
	void recallsTheLastThingThatHappened() {
		assertThat(this.once.recap()).isEqualTo("You said fair.");
	}

	@Test
	void recallsNothingBeforeTheFirstDecision() {
		assertThat(this.written.recap()).isEmpty();
	}

	@Test
	void tellsHowThingsStoodRightAfterAStep() {
		assertThat(this.done.after(2).outcomes()).hasSize(2);
	}

	@Test
	void hasItsMarkOnceAllIsAnswered() {
		assertThat(this.done.mark()).map((mark) -> mark.points()).contains(75);
	}

	@Test
	void hasNoMarkBefore() {
		assertThat(this.once.mark()).isEmpty();
	}

	@Test
	void refusesAnAnswerThatTheStepDoesNotAllow() {
		assertThatExceptionOfType(AnswerRefused.class)
			.isThrownBy(() -> this.written.with(TinyActivity.choose("unheard-of")));
	}

	@Test
	void saysWhichVersionItIsWorkedOn() {
		assertThat(AttemptHead.of(new LinkId(UUID.randomUUID()), this.once).version()).isEqualTo("1.0.0");
	}

	private static ExerciseId draw(List<ExerciseId> seen, long seed) {
		return Attempt.draw(TASK, seen, seed);
	}

}
