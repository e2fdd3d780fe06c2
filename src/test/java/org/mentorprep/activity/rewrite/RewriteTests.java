package org.mentorprep.activity.rewrite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.mentorprep.activity.Answer;
import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.activity.Outcome;
import org.mentorprep.activity.Step;
import org.mentorprep.activity.rewrite.Rewrite.Criterion;
import org.mentorprep.activity.rewrite.Rewrite.Degree;
import org.mentorprep.activity.rewrite.Rewrite.Sample;
import org.mentorprep.testing.Fragments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

class RewriteTests {

	private static final Answer WORDS = Remarks.words(Remarks.WORDS);

	private static final Answer NOTHING = new Answer(Map.of());

	private final Rewrite rewrite = Remarks.small();

	private final Answer marks = Remarks.marks(this.rewrite, Degree.YES, Degree.NO);

	@Test
	void leadsFromWritingOverTwoSamplesAndExamplesToJudging() {
		assertThat(step()).isInstanceOf(RewriteStep.Write.class);
		assertThat(step(WORDS)).isInstanceOf(RewriteStep.MarkSample.class);
		assertThat(step(WORDS, this.marks)).isInstanceOf(RewriteStep.MarkSample.class);
		assertThat(step(WORDS, this.marks, this.marks)).isInstanceOf(RewriteStep.Compare.class);
		assertThat(step(WORDS, this.marks, this.marks, NOTHING)).isInstanceOf(RewriteStep.Judge.class);
	}

	@Test
	void countsFourStages() {
		RewriteState done = play(WORDS, this.marks, this.marks, NOTHING, judged(Remarks.WORDS));
		assertThat(done.outcomes()).extracting(Outcome::stage).containsExactly(1, 2, 2, 3, 4);
		assertThat(List.of(step(), step(WORDS), step(WORDS, this.marks, this.marks),
				step(WORDS, this.marks, this.marks, NOTHING)))
			.extracting(Step::stage)
			.containsExactly(1, 2, 3, 4);
	}

	@Test
	void eachStepHasItsView() {
		RewriteState done = play(WORDS, this.marks, this.marks, NOTHING, judged(Remarks.WORDS));
		assertThat(done.outcomes()).extracting(Outcome::view)
			.containsExactly("rewrite-write", "rewrite-sample", "rewrite-sample", "rewrite-examples", "rewrite-judge");
		assertThat(List.of(step(), step(WORDS), step(WORDS, this.marks, this.marks),
				step(WORDS, this.marks, this.marks, NOTHING)))
			.extracting(Step::view)
			.containsExactly("rewrite-write", "rewrite-sample", "rewrite-examples", "rewrite-judge");
	}

	@Test
	void onlyMarkedSamplesHaveAReply() {
		RewriteState done = play(WORDS, this.marks, this.marks, NOTHING, judged(Remarks.WORDS));
		assertThat(done.outcomes()).extracting(Outcome::hasReply).containsExactly(false, true, true, false, false);
	}

	@Test
	void isMarkedWhenOwnTextIsJudgedAndNotBefore() {
		assertThat(play(WORDS, this.marks, this.marks, NOTHING).mark()).isEmpty();
		RewriteState done = play(WORDS, this.marks, this.marks, NOTHING, judged(Remarks.WORDS));
		assertThat(done.mark()).isPresent();
		assertThat(done.done()).isTrue();
		assertThatIllegalStateException().isThrownBy(() -> this.rewrite.next(done, WORDS));
	}

	@Test
	void showsTheSamplesInTheirOrder() {
		RewriteStep.MarkSample first = (RewriteStep.MarkSample) step(WORDS);
		RewriteStep.MarkSample second = (RewriteStep.MarkSample) step(WORDS, this.marks);
		assertThat(first.number()).isEqualTo(1);
		assertThat(first.sample()).isEqualTo("One.");
		assertThat(second.number()).isEqualTo(2);
		assertThat(second.sample()).isEqualTo("Two.");
	}

	@Test
	void comparesEachMarkWithThePanels() {
		RewriteOutcome.Marked marked = play(WORDS, this.marks).samples().get(0);
		assertThat(marked.marks()).containsExactly(
				new RewriteOutcome.Line("Says what was seen", Degree.YES, Degree.YES),
				new RewriteOutcome.Line("Offers help", Degree.NO, Degree.PARTLY));
		assertThat(marked.marks()).extracting(RewriteOutcome.Line::same).containsExactly(true, false);
		assertThat(marked.same()).isEqualTo(1);
		assertThat(marked.why()).containsExactly("Why one.");
	}

	@Test
	void keepsBothVersionsAndHowOneJudgesThem() {
		String better = Remarks.WORDS + " How was it for you?";
		RewriteState done = play(WORDS, this.marks, this.marks, NOTHING, judged(better));
		assertThat(done.first()).isEqualTo(Remarks.WORDS);
		RewriteOutcome.Judged judged = done.judged().orElseThrow();
		assertThat(judged.words()).isEqualTo(better);
		assertThat(judged.marks()).containsExactly(new RewriteOutcome.OwnMark("Says what was seen", Degree.YES),
				new RewriteOutcome.OwnMark("Offers help", Degree.NO));
	}

	@Test
	void nothingIsKeptBeforeItIsWritten() {
		assertThat(play().first()).isEmpty();
		assertThat(play().judged()).isEmpty();
	}

	@Test
	void ownTextIsShownAgainUntilTheEnd() {
		assertThat(((RewriteStep.MarkSample) step(WORDS)).own()).isEqualTo(Remarks.WORDS);
		assertThat(((RewriteStep.Compare) step(WORDS, this.marks, this.marks)).own()).isEqualTo(Remarks.WORDS);
		assertThat(((RewriteStep.Judge) step(WORDS, this.marks, this.marks, NOTHING)).own()).isEqualTo(Remarks.WORDS);
	}

	@Test
	void neitherOwnTextNorOwnJudgementIsMarked() {
		Map<String, List<String>> other = new HashMap<>(Remarks.marks(this.rewrite, Degree.NO, Degree.NO).values());
		other.put("words", List.of("x".repeat(600)));
		RewriteState one = play(WORDS, this.marks, this.marks, NOTHING, judged(Remarks.WORDS));
		RewriteState two = play(Remarks.words("y".repeat(120)), this.marks, this.marks, NOTHING, new Answer(other));
		assertThat(two.mark()).isEqualTo(one.mark());
	}

	@Test
	void creditIsFullForTheSameAndHalfForOneStepOff() {
		assertThat(Degree.YES.credit(Degree.YES)).isEqualTo(1);
		assertThat(Degree.PARTLY.credit(Degree.YES)).isEqualTo(0.5);
		assertThat(Degree.NO.credit(Degree.YES)).isZero();
	}

	@Test
	void scoreIsTheMeanCreditBeyondTheBestMarkForEverything() {
		// Panel yes, partly; no, yes. Best for everything: yes, or partly, (1 + 0.5 + 0 +
		// 1) / 4.
		// Marks yes, no; yes, no: 1 + 0.5 + 0 + 0.
		assertThat(RewriteMarking.blind(this.rewrite)).isEqualTo(0.625);
		assertThat(play(WORDS, Remarks.marks(this.rewrite, Degree.YES, Degree.YES),
				Remarks.marks(this.rewrite, Degree.NO, Degree.YES), NOTHING, judged(Remarks.WORDS))
			.mark()
			.orElseThrow()
			.score()).isCloseTo((0.875 - 0.625) / 0.375, within(1e-12));
	}

	@Test
	void tooShortOrTooLongATextIsRefused() {
		assertThatExceptionOfType(AnswerRefused.class).isThrownBy(() -> play(Remarks.words("x".repeat(119))))
			.withMessage("activity.rewrite.too-short");
		assertThatExceptionOfType(AnswerRefused.class).isThrownBy(() -> play(Remarks.words("x".repeat(601))))
			.withMessage("activity.rewrite.too-long");
		assertThat(play(Remarks.words("x".repeat(120))).outcomes()).hasSize(1);
		assertThat(play(Remarks.words("x".repeat(600))).outcomes()).hasSize(1);
	}

	@Test
	void noTextAtAllIsTooShort() {
		assertThatExceptionOfType(AnswerRefused.class).isThrownBy(() -> play(NOTHING));
	}

	@Test
	void pageTellsTheLengthsThatAreAccepted() {
		assertThat(((RewriteStep) step()).shortest()).isEqualTo(120);
		assertThat(((RewriteStep) step()).longest()).isEqualTo(600);
	}

	@Test
	void missingMarkIsAGapAtItsPlace() {
		assertThatExceptionOfType(AnswerRefused.class)
			.isThrownBy(() -> play(WORDS, Remarks.marks(this.rewrite, Degree.YES)))
			.satisfies((refused) -> assertThat(refused.gaps())
				.containsExactly(new AnswerRefused.Gap("criterion-2", "Offers help")));
	}

	@Test
	void judgingWithoutAMarkIsRefused() {
		assertThatExceptionOfType(AnswerRefused.class)
			.isThrownBy(() -> play(WORDS, this.marks, this.marks, NOTHING, WORDS))
			.withMessage("activity.rewrite.mark-missing");
	}

	@Test
	void formOfTextIsReadWithTheLineBreaksOfOneCharacter() {
		assertThat(read(sent("words", " One.\r\nTwo. "))).isEqualTo(Remarks.words("One.\nTwo."));
	}

	@Test
	void formOfMarksNamesPlaces() {
		assertThat(read(sent("criterion-1", "1", "criterion-2", "3"), WORDS)).isEqualTo(this.marks);
	}

	@Test
	void formOfExamplesSaysNothing() {
		assertThat(read(sent("words", "x"), WORDS, this.marks, this.marks)).isEqualTo(NOTHING);
	}

	@Test
	void formOfJudgingCarriesMarksAndText() {
		assertThat(read(sent("criterion-1", "1", "criterion-2", "3", "words", Remarks.WORDS), WORDS, this.marks,
				this.marks, NOTHING))
			.isEqualTo(judged(Remarks.WORDS));
	}

	@Test
	void formAfterTheEndIsReadAsItIs() {
		Answer late = sent("words", "Too late.\r\n");
		assertThat(read(late, WORDS, this.marks, this.marks, NOTHING, judged(Remarks.WORDS))).isEqualTo(late);
	}

	@Test
	void blindMarkingEarnsLittle() {
		assertThat(BlindRewrite.EVERYWHERE.score(this.rewrite)).isZero();
		// Yes or partly for the first sample (0.75), partly for the second would be 0.5.
		assertThat(BlindRewrite.BY_SAMPLE.score(this.rewrite)).isZero();
		Sample bad = new Sample("", Map.of("seen", Degree.NO, "offer", Degree.NO), List.of());
		Sample good = new Sample("", Map.of("seen", Degree.YES, "offer", Degree.YES), List.of());
		Rewrite halo = new Rewrite(List.of(), "", "", this.rewrite.criteria(), List.of(good, bad), List.of());
		assertThat(BlindRewrite.BY_SAMPLE.score(halo)).isEqualTo(1);
		assertThat(BlindRewrite.values()).extracting(BlindRewrite::way).doesNotHaveDuplicates().doesNotContain("");
	}

	@Test
	void sameMarkEverywhereEarnsAllOnlyWhereThePanelGivesNoOther() {
		assertThat(BlindRewrite.EVERYWHERE.score(oneSample(Degree.YES, Degree.YES, Degree.YES))).isEqualTo(1);
		assertThat(BlindRewrite.EVERYWHERE.score(oneSample(Degree.YES, Degree.YES, Degree.NO))).isZero();
	}

	@Test
	void chanceEarnsTheMeanOfAllWaysToMark() {
		// Each mark earns 1, 1/2 or 0; yes everywhere has 2/3. Of the 27 ways one earns
		// 1, and three earn 5/6, half of what lies beyond.
		assertThat(BlindRewrite.RANDOM.score(oneSample(Degree.YES, Degree.YES, Degree.NO)))
			.isCloseTo((1 + 3 * 0.5) / 27, within(1e-12));
	}

	@Test
	void templatesHaveAFragmentForEachStepAndReply() throws IOException {
		for (Step step : List.of(step(), step(WORDS), step(WORDS, this.marks, this.marks),
				step(WORDS, this.marks, this.marks, NOTHING))) {
			assertThat(Fragments.ofSteps(this.rewrite.kind())).contains(step.view(), step.view() + "-before");
		}
		for (Outcome outcome : play(WORDS, this.marks, this.marks, NOTHING).outcomes()) {
			if (outcome.hasReply()) {
				assertThat(Fragments.ofReplies(this.rewrite.kind())).contains(outcome.view(),
						outcome.view() + "-title");
			}
		}
	}

	@Test
	void markThatThePanelLacksIsAMistakeOfTheProgram() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.rewrite.training().get(0).panel("tone"))
			.withMessageContaining("tone");
	}

	@Test
	void degreesAreNamedByTheirWords() {
		assertThat(Degree.named("partly")).contains(Degree.PARTLY);
		assertThat(Degree.named("PARTLY")).isEmpty();
		assertThat(Degree.YES.messageKey()).isEqualTo("activity.rewrite.degree.yes");
	}

	@Test
	void hasNoCriticalDimension() {
		assertThat(this.rewrite.critical()).isEmpty();
		assertThat(this.rewrite.kind()).isEqualTo("rewrite");
	}

	private static Rewrite oneSample(Degree... panel) {
		List<Criterion> criteria = new ArrayList<>();
		Map<String, Degree> marks = new HashMap<>();
		for (Degree degree : panel) {
			criteria.add(new Criterion("c" + criteria.size(), "Criterion"));
			marks.put("c" + marks.size(), degree);
		}
		return new Rewrite(List.of(), "", "", criteria, List.of(new Sample("", marks, List.of())), List.of());
	}

	private RewriteState play(Answer... answers) {
		return (RewriteState) this.rewrite.replay(1, List.of(answers));
	}

	private Step step(Answer... answers) {
		return play(answers).step().orElseThrow();
	}

	private Answer read(Answer sent, Answer... before) {
		return this.rewrite.read(play(before), sent);
	}

	private Answer judged(String words) {
		Map<String, List<String>> fields = new HashMap<>(this.marks.values());
		fields.put("words", List.of(words));
		return new Answer(fields);
	}

	private static Answer sent(String... fieldsAndValues) {
		Map<String, List<String>> fields = new HashMap<>();
		for (int i = 0; i < fieldsAndValues.length; i += 2) {
			fields.put(fieldsAndValues[i], List.of(fieldsAndValues[i + 1]));
		}
		return new Answer(fields);
	}

}
