package org.mentorprep.activity.highlight;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BlindHighlightTests {

	@Test
	void everyLineAsTheSameKindEarnsAllOnlyWhereThereIsNothingElse() {
		assertThat(BlindHighlight.EVERYTHING.score(transcript(line("One.", "verdict"), line("Two.", "verdict"))))
			.isEqualTo(1);
		assertThat(BlindHighlight.EVERYTHING.score(transcript(line("One.", "verdict"), line("Two.", null)))).isZero();
	}

	@Test
	void questionsEarnWhereOneKindIsAllOfThem() {
		// Two of three found, two ticked: 4/5. Every line as loaded: 4/7.
		Highlight highlight = transcript(line("Really?", "loaded"), line("Why on earth?", "loaded"),
				line("Poor lesson.", "verdict"), line("Sit down.", null));
		assertThat(BlindHighlight.QUESTIONS.score(highlight)).isCloseTo((4.0 / 5 - 4.0 / 7) / (3.0 / 7), within(1e-12));
		assertThat(BlindHighlight.NO_QUESTIONS.score(highlight)).isZero();
	}

	@Test
	void lineInTheMiddleBelongsToTheLongerAndToTheShorterHalf() {
		// Two of three found, two ticked: 4/5. Every line as a verdict: 4/6.
		double two = (4.0 / 5 - 4.0 / 6) / (2.0 / 6);
		Highlight longer = transcript(line("123", "verdict"), line("12", "verdict"), line("1", "loaded"));
		assertThat(BlindHighlight.LONG.score(longer)).isCloseTo(two, within(1e-12));
		assertThat(BlindHighlight.SHORT.score(longer)).isZero();
		Highlight shorter = transcript(line("1", "verdict"), line("12", "verdict"), line("123", "loaded"));
		assertThat(BlindHighlight.SHORT.score(shorter)).isCloseTo(two, within(1e-12));
		assertThat(BlindHighlight.LONG.score(shorter)).isZero();
	}

	@Test
	void chanceEarnsTheMeanOfAllWaysToMark() {
		// Each line is right once in four, wrong once, and left twice. Blind: 2/4.
		// Both right, 1 in 16: 1. One right and one left, 4 in 16: 2/3. Else no more than
		// blind.
		Highlight two = transcript(line("One.", "verdict"), line("Two.", "loaded"));
		assertThat(BlindHighlight.RANDOM.score(two)).isCloseTo(1.0 / 16 + (2.0 / 3 - 0.5) / 0.5 * 4 / 16,
				within(1e-12));
	}

	private static Highlight transcript(Highlight.Line... lines) {
		return new Highlight(List.of(), "Which?", List.of(new Highlight.Label("verdict", "Verdict", null),
				new Highlight.Label("loaded", "Loaded question", null)), List.of(lines));
	}

	private static Highlight.Line line(String text, String label) {
		return new Highlight.Line(text, "", text, true, label, null);
	}

}
