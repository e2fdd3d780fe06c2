package org.mentorprep.attempt;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.content.Pack;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.PersonId;
import org.mentorprep.testing.TinyActivity;
import org.mentorprep.testing.TinyPacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** An attempt as it stands, folded from its answers. */
class WorkedTests {

	private static final Pack PACK = TinyPacks.pack("1.0.0", TinyPacks.RULE);

	private final Worked fresh = Worked.of(Attempt.fresh(new PersonId(UUID.randomUUID()), PACK, TinyPacks.LISTENING,
			PACK.module(TinyPacks.LISTENING).orElseThrow().tasks().get(0), List.of(), 7), PACK);

	private final Worked written = this.fresh.with(TinyActivity.write("Sit down first."));

	private final Worked once = this.written.with(TinyActivity.choose("fair"));

	private final Worked done = this.once.with(TinyActivity.choose("good"));

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
		assertThat(this.done.attempt().mark()).isNotNull().extracting((mark) -> mark.points()).isEqualTo(75);
	}

	@Test
	void hasNoMarkBefore() {
		assertThat(this.once.attempt().mark()).isNull();
	}

	@Test
	void refusesAnAnswerThatTheStepDoesNotAllow() {
		assertThatExceptionOfType(AnswerRefused.class)
			.isThrownBy(() -> this.written.with(TinyActivity.choose("unheard-of")));
	}

	@Test
	void saysWhichVersionItIsWorkedOn() {
		assertThat(this.once.head(new LinkId(UUID.randomUUID())).version()).isEqualTo("1.0.0");
	}

}
