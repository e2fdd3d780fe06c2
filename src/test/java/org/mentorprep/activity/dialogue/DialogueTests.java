package org.mentorprep.activity.dialogue;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.mentorprep.activity.ActivityState;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.activity.Dimension;
import org.mentorprep.activity.Mark;
import org.mentorprep.activity.Outcome;
import org.mentorprep.activity.Step;
import org.mentorprep.testing.Fragments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

class DialogueTests {

	private final Dialogue dialogue = Conversations.small();

	@Test
	void asksForOwnWordsBeforeItShowsOptions() {
		DialogueState begun = (DialogueState) this.dialogue.begin(1);
		assertThat(begun.step()).get().isInstanceOf(DialogueStep.OwnWords.class);
		DialogueStep.Choose step = (DialogueStep.Choose) play("my own").step().orElseThrow();
		assertThat(step.ownWords()).isEqualTo("my own");
		assertThat(step.decision()).isEqualTo(1);
	}

	@Test
	void acceptsNoWordsAtAll() {
		assertThat(this.dialogue.next(this.dialogue.begin(1), new Answer(Map.of())).outcomes())
			.containsExactly(new DialogueOutcome.OwnWords(1, ""));
	}

	@Test
	void countsLineBreaksOfBrowsersOnce() {
		String words = "x\r\n".repeat(1000).strip();
		assertThat(((DialogueOutcome.OwnWords) play(words).outcomes().get(0)).words()).hasSize(1999);
	}

	@Test
	void refusesMoreWordsThanItKeeps() {
		assertThatExceptionOfType(AnswerRefused.class).isThrownBy(() -> play("x".repeat(2001)))
			.satisfies((refused) -> assertThat(refused.messageKey()).isEqualTo("activity.dialogue.words-too-long"));
	}

	@Test
	void keepsAsManyWordsAsThePageAllows() {
		DialogueStep.OwnWords step = (DialogueStep.OwnWords) this.dialogue.begin(1).step().orElseThrow();
		assertThat(step.maxLength()).isEqualTo(2000);
		assertThat(play("x".repeat(2000)).outcomes())
			.containsExactly(new DialogueOutcome.OwnWords(1, "x".repeat(2000)));
	}

	@Test
	void refusesChoiceThatTheNodeDoesNotOffer() {
		for (Answer answer : List.of(Conversations.choose("rehearse"), Conversations.choose(""),
				Conversations.words("moment"), new Answer(Map.of("choice", List.of())))) {
			assertThatExceptionOfType(AnswerRefused.class).isThrownBy(() -> this.dialogue.next(play(""), answer))
				.satisfies((refused) -> assertThat(refused.messageKey()).isEqualTo("activity.dialogue.choose"));
		}
	}

	@Test
	void readsThePlaceOfAnOptionAsItsId() {
		DialogueState now = play("");
		List<DialogueStep.Option> options = ((DialogueStep.Choose) now.step().orElseThrow()).options();
		for (int place = 1; place <= options.size(); place++) {
			assertThat(this.dialogue.read(now, Conversations.choose(String.valueOf(place))))
				.isEqualTo(Conversations.choose(options.get(place - 1).id()));
		}
	}

	@Test
	void readsNothingWhereThereIsNoSuchPlace() {
		for (String sent : List.of("moment", "0", "01", " 1", "9", "")) {
			assertThat(this.dialogue.read(play(""), Conversations.choose(sent)).first("choice")).isEmpty();
		}
	}

	@Test
	void readsOwnWordsAsTheyAre() {
		assertThat(this.dialogue.read(this.dialogue.begin(1), Conversations.words("1")))
			.isEqualTo(Conversations.words("1"));
	}

	@Test
	void refusesAnswerAfterTheEnd() {
		ActivityState done = play("", "moment", "list");
		assertThatIllegalStateException().isThrownBy(() -> this.dialogue.next(done, Conversations.choose("list")));
	}

	@Test
	void knowsOnlyNodesOfItsOwn() {
		assertThat(this.dialogue.node("door").ask()).isEqualTo("What do you say?");
		assertThatIllegalArgumentException().isThrownBy(() -> this.dialogue.node("window"))
			.withMessage("No node window");
	}

	@Test
	void onlyLinesWithASpeakerAreSaid() {
		assertThat(this.dialogue.node("door").say().get(0).narration()).isTrue();
		assertThat(this.dialogue.node("opens").say().get(0).narration()).isFalse();
	}

	@Test
	void trustDecidesWhatIsRevealed() {
		assertThat(play("", "moment").node()).isEqualTo("opens");
		assertThat(play("", "verdict").node()).isEqualTo("closes");
	}

	@Test
	void marksTheDecisionThatHoldsAPassBack() {
		assertThat(play("", "verdict", "list").conversation()).extracting(DialogueOutcome.Reply::capping)
			.containsExactly(true, false);
	}

	@Test
	void flagThatCapsNothingHoldsNothingBack() {
		assertThat(play("", "moment", "takeover").conversation()).extracting(DialogueOutcome.Reply::capping)
			.containsExactly(false, false);
	}

	@Test
	void templatesHaveAFragmentForEachView() throws IOException {
		assertThat(Fragments.ofSteps("dialogue")).contains("dialogue-own-words", "dialogue-own-words-before",
				"dialogue-choice", "dialogue-choice-before");
		assertThat(Fragments.ofReplies("dialogue")).contains("dialogue-own-words", "dialogue-own-words-title",
				"dialogue-reply", "dialogue-reply-title");
	}

	@Test
	void eachPageHasItsView() {
		assertThat(List.of(this.dialogue.begin(1).step().orElseThrow(), play("").step().orElseThrow()))
			.extracting(Step::view)
			.containsExactly("dialogue-own-words", "dialogue-choice");
		assertThat(play("", "moment").outcomes()).extracting(Outcome::view)
			.containsExactly("dialogue-own-words", "dialogue-reply");
		assertThat(this.dialogue.kind()).isEqualTo("dialogue");
	}

	@Test
	void marksEachNodeTheSameWhateverItsDimensions() {
		// door: E 2/3, Q 1/3 -> 1/2; opens: M 1/3, L 0 -> 1/6
		Mark mark = play("", "reassure", "list").mark().orElseThrow();
		assertThat(mark.score()).isCloseTo((0.5 + 1.0 / 6) / 2, within(1e-12));
		assertThat(mark.dimensions().get(Dimension.E)).isCloseTo(2.0 / 3, within(1e-12));
		assertThat(mark.dimensions()).containsEntry(Dimension.L, 0.0);
	}

	@Test
	void countsDimensionLeftOutByAChoiceAsNothing() {
		Mark mark = play("", "verdict", "rehearse").mark().orElseThrow();
		assertThat(mark.dimensions()).containsEntry(Dimension.Q, 0.0);
		assertThat(mark.score()).isEqualTo(0.5);
	}

	@Test
	void creditBeginsAtTheLeastThatANodeGives() {
		// Points 1, 2 and 3: none, half and full credit.
		DialogueNode node = new DialogueNode("door", List.of(), null, "?",
				List.of(Conversations.choice("least", Map.of(Dimension.E, 1), 0, null, Trust.Rule.always("end")),
						Conversations.choice("middle", Map.of(Dimension.E, 2), 0, null, Trust.Rule.always("end")),
						Conversations.choice("most", Map.of(Dimension.E, 3), 0, null, Trust.Rule.always("end"))));
		assertThat(node.choices()).extracting((choice) -> DialogueMarking.credit(node, choice))
			.containsExactly(0.0, 0.5, 1.0);
	}

	@Test
	void keepsFlagsOfTheWay() {
		assertThat(play("", "verdict", "takeover").mark().orElseThrow().flags())
			.containsExactlyInAnyOrder("judgementoring", "taking_over");
	}

	@Test
	void saysInAWordWhatAChoiceDid() {
		assertThat(play("", "moment").conversation().get(0).effect()).isEqualTo(Effect.HELPS);
		assertThat(play("", "reassure").conversation().get(0).effect()).isEqualTo(Effect.HELPS_IN_PART);
		assertThat(play("", "verdict").conversation().get(0).effect()).isEqualTo(Effect.CLOSES);
		assertThat(play("", "moment", "takeover").conversation().get(1).effect()).isEqualTo(Effect.LEAVES_AS_IS);
		assertThat(play("", "moment", "list").conversation().get(1).effect()).isEqualTo(Effect.CLOSES);
	}

	@Test
	void tellsTheConversationSoFar() {
		DialogueOutcome.Reply reply = play("", "moment").conversation().get(0);
		assertThat(reply.before()).extracting(DialogueNode.Line::text).containsExactly("The lesson is over.");
		assertThat(reply.said()).isEqualTo("I say moment.");
		assertThat(reply.speaker()).isEqualTo("Amina");
		assertThat(reply.reply().text()).isEqualTo("To moment.");
		assertThat(reply.feedback()).hasSize(2);
	}

	@Test
	void drawsTheLineOfTrustFromTheStart() {
		Trust.Line line = play("", "verdict", "rehearse").trustLine();
		assertThat(line.points()).containsExactly(new Trust.Point(0, 0, Trust.Level.POLITE, ""),
				new Trust.Point(1, -2, Trust.Level.CLOSES, "You said verdict."),
				new Trust.Point(2, -1, Trust.Level.CLOSES, "You said rehearse."));
	}

	@Test
	void endsByFinalTrust() {
		assertThat(play("", "moment", "rehearse").ending()).contains("She told you.");
		assertThat(play("", "moment", "list").ending()).contains("Polite.");
		assertThat(play("", "verdict", "list").ending()).contains("She closed.");
		assertThat(play("", "moment").ending()).isEmpty();
	}

	@Test
	void keepsTrustWithinItsBounds() {
		assertThat(Conversations.TRUST.moved(3, 2)).isEqualTo(3);
		assertThat(Conversations.TRUST.moved(-2, -2)).isEqualTo(-3);
	}

	private DialogueState play(String words, String... choices) {
		ActivityState state = this.dialogue.next(this.dialogue.begin(1), Conversations.words(words));
		for (String choice : choices) {
			state = this.dialogue.next(state, Conversations.choose(choice));
		}
		return (DialogueState) state;
	}

}
