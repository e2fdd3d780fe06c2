package org.mentorprep.activity.highlight;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.mentorprep.activity.ActivityState;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.activity.SinglePage;
import org.mentorprep.testing.Fragments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

class HighlightTests {

	private final Highlight highlight = Transcripts.small();

	private final ActivityState begun = this.highlight.begin(1);

	@Test
	void asksForTheWholeTranscriptOnOnePage() {
		HighlightStep step = (HighlightStep) this.begun.step().orElseThrow();
		assertThat(step.lines()).isEqualTo(this.highlight.lines());
		assertThat(step.intro()).containsExactly("Read this.");
		assertThat(step.view()).isEqualTo("highlight-lines");
	}

	@Test
	void firstLineThatCanBeTickedIsNotTheFirstLine() {
		assertThat(((HighlightStep) this.begun.step().orElseThrow()).first()).isEqualTo(1);
	}

	@Test
	void formNamesPlacesAndTheAnswerIds() {
		Answer read = this.highlight.read(this.begun,
				sent("line-2", "on", "kind-2", "1", "line-4", "on", "kind-4", "2"));
		assertThat(read).isEqualTo(Transcripts.marks("great", "verdict", "really?", "loaded"));
	}

	@Test
	void kindOfALineWithoutATickSaysNothing() {
		Answer read = this.highlight.read(this.begun, sent("line-2", "on", "kind-2", "1", "kind-4", "2"));
		assertThat(read).isEqualTo(Transcripts.marks("great", "verdict"));
	}

	@Test
	void placesBeyondTheLastSayNothing() {
		assertThat(this.highlight.read(this.begun, sent("line-6", "on", "kind-6", "1")).values()).isEmpty();
		assertThat(this.highlight.read(this.begun, sent("line-2", "on", "kind-2", "3")).values())
			.isEqualTo(Map.of("great", List.of()));
	}

	@Test
	void linesWithoutANameAreTheMentorsOwn() {
		assertThat(this.highlight.lines()).extracting(Highlight.Line::own)
			.containsExactly(false, true, true, true, true);
	}

	@Test
	void templatesHaveFragmentsForItsPages() throws IOException {
		HighlightOutcome outcome = outcome("great", "verdict");
		String step = this.highlight.ask(1).view();
		assertThat(Fragments.ofSteps(this.highlight.kind())).contains(step, step + "-before");
		assertThat(Fragments.ofReplies(this.highlight.kind())).contains(outcome.view(), outcome.view() + "-title");
	}

	@Test
	void lineWithoutAKindIsAGapAtItsList() {
		Answer read = this.highlight.read(this.begun, sent("line-2", "on", "line-5", "on", "kind-5", "9"));
		assertThatExceptionOfType(AnswerRefused.class).isThrownBy(() -> this.highlight.next(this.begun, read))
			.satisfies((refused) -> {
				assertThat(refused.messageKey()).isEqualTo("activity.highlight.kind-missing");
				assertThat(refused.gaps()).containsExactly(new AnswerRefused.Gap("kind-2", "I say great"),
						new AnswerRefused.Gap("kind-5", "I say poor lesson"));
			});
	}

	@Test
	void kindThatIsNoneIsAGap() {
		assertThatExceptionOfType(AnswerRefused.class)
			.isThrownBy(() -> this.highlight.next(this.begun, Transcripts.marks("great", "made-up")));
	}

	@Test
	void nothingTickedIsNoAnswer() {
		assertThatExceptionOfType(AnswerRefused.class)
			.isThrownBy(() -> this.highlight.next(this.begun, new Answer(Map.of())))
			.satisfies((refused) -> assertThat(refused.gaps()).isEmpty())
			.withMessage("activity.highlight.none");
	}

	@Test
	void lineThatCantBeTickedIsIgnored() {
		assertThat(outcome("hello", "verdict", "great", "verdict").lines().get(0).given()).isNull();
	}

	@Test
	void nothingCanBeAnsweredTwice() {
		Answer answer = Transcripts.marks("great", "verdict");
		ActivityState done = this.highlight.next(this.begun, answer);
		assertThatIllegalStateException().isThrownBy(() -> this.highlight.next(done, answer));
	}

	@Test
	void scoreIsTheBalanceOfFoundAndTickedTimesRightKindsBeyondBlind() {
		// Two right of three to be found, four ticked: 4/7. Blind: two of the most
		// frequent kind, four ticked: 4/7. One tick less: 4/6.
		assertThat(score("great", "verdict", "really?", "verdict", "poor lesson", "verdict"))
			.isCloseTo((4.0 / 6 - 4.0 / 7) / (1 - 4.0 / 7), within(1e-12));
	}

	@Test
	void oneOfThreeIsNotBetterThanBlind() {
		assertThat(score("really?", "loaded")).isZero();
	}

	@Test
	void tellsOfEachLineWhatBecameOfIt() {
		assertThat(outcome("great", "verdict", "see?", "loaded", "really?", "verdict").lines())
			.extracting(HighlightOutcome.Line::found)
			.containsExactly(HighlightOutcome.Found.LEFT, HighlightOutcome.Found.RIGHT, HighlightOutcome.Found.FOIL,
					HighlightOutcome.Found.OTHER_KIND, HighlightOutcome.Found.MISSED);
	}

	@Test
	void tellsKindsByTheirNames() {
		HighlightOutcome.Line line = outcome("really?", "verdict").lines().get(3);
		assertThat(line.given()).isEqualTo("Verdict");
		assertThat(line.kind()).isEqualTo("Loaded question");
	}

	@Test
	void countsWhatWasFound() {
		HighlightOutcome outcome = outcome("great", "verdict", "see?", "loaded", "really?", "verdict");
		assertThat(outcome.hits()).isEqualTo(2);
		assertThat(outcome.wanted()).isEqualTo(3);
		assertThat(outcome.count("FOIL")).isEqualTo(1);
		assertThat(outcome.byKind()).containsExactly(new HighlightOutcome.Kind("Verdict", 1, 2),
				new HighlightOutcome.Kind("Loaded question", 0, 1));
	}

	@Test
	void saysNothingOfALineThatWasLeftAndHasNoFeedback() {
		HighlightOutcome outcome = outcome("great", "verdict");
		assertThat(outcome.lines()).extracting(HighlightOutcome.Line::tells)
			.containsExactly(false, true, false, true, true);
		assertThat(outcome.lines().get(1).feedback()).contains("Because.");
		assertThat(outcome.lines().get(2).feedback()).isEmpty();
	}

	@Test
	void hasAReplyAndWordsForEachEnd() {
		HighlightOutcome outcome = outcome("great", "verdict");
		assertThat(outcome.hasReply()).isTrue();
		assertThat(outcome.view()).isEqualTo("highlight-reply");
		assertThat(HighlightOutcome.Found.OTHER_KIND.messageKey()).isEqualTo("activity.highlight.found.other-kind");
	}

	@Test
	void hasNoCriticalDimension() {
		assertThat(this.highlight.critical()).isEmpty();
		assertThat(this.highlight.kind()).isEqualTo("highlight");
		assertThat(this.highlight.caps()).isEmpty();
	}

	@Test
	void blindStrategiesEarnWhatTheyTick() {
		// With a question mark: see? and really?. One right as loaded, two ticked: 2/5.
		assertThat(BlindHighlight.QUESTIONS.score(this.highlight)).isZero();
		// Without: great and poor lesson, both verdicts: 4/5.
		assertThat(BlindHighlight.NO_QUESTIONS.score(this.highlight)).isCloseTo((4.0 / 5 - 4.0 / 7) / (1 - 4.0 / 7),
				within(1e-12));
		assertThat(BlindHighlight.EVERYTHING.score(this.highlight)).isZero();
	}

	@Test
	void halvesAreCutAtTheMiddleLength() {
		// Lengths 11, 10, 13, 17; the middle lies at 12.
		assertThat(BlindHighlight.LONG.score(this.highlight)).isZero();
		assertThat(BlindHighlight.SHORT.score(this.highlight)).isZero();
		Highlight longer = new Highlight(List.of(), "?", this.highlight.labels(), List.of(unit("a", "12345", "verdict"),
				unit("b", "1234", "verdict"), unit("c", "12", "loaded"), unit("d", "1", null)));
		// The longer half holds both verdicts: 4/5 where blind is 4/7.
		assertThat(BlindHighlight.LONG.score(longer)).isCloseTo((4.0 / 5 - 4.0 / 7) / (1 - 4.0 / 7), within(1e-12));
		assertThat(BlindHighlight.SHORT.score(longer)).isZero();
	}

	@Test
	void everyStrategyHasWordsOfItsOwn() {
		assertThat(BlindHighlight.values()).extracting(BlindHighlight::way).doesNotHaveDuplicates().doesNotContain("");
	}

	private static Highlight.Line unit(String id, String text, String label) {
		return new Highlight.Line(id, "", text, true, label, null);
	}

	private double score(String... marks) {
		return this.highlight.next(this.begun, Transcripts.marks(marks)).mark().orElseThrow().score();
	}

	private HighlightOutcome outcome(String... marks) {
		return (HighlightOutcome) ((SinglePage.State) this.highlight.next(this.begun, Transcripts.marks(marks)))
			.outcome();
	}

	private static Answer sent(String... fieldsAndValues) {
		return Transcripts.marks(fieldsAndValues);
	}

}
