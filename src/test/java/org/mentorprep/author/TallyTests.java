package org.mentorprep.author;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.mentorprep.author.PanelResult.Tally;
import org.mentorprep.author.PanelResult.Verdict;
import org.mentorprep.pack.kind.PanelQuestions.Choice;
import org.mentorprep.pack.kind.PanelQuestions.Rule;

import static org.assertj.core.api.Assertions.assertThat;

/** When the answers of a panel are agreement. */
class TallyTests {

	private static final List<Choice> SCALE = List.of(Choice.spoken("a-lot", "", 0), Choice.spoken("a-bit", "", 0),
			Choice.spoken("hinders", "", 1), Choice.spoken("harms", "", 1));

	private static final List<Choice> OPTIONS = List.of(Choice.spoken("best", "", 0), Choice.spoken("partly", "", 1),
			Choice.spoken("not-here", "", 1));

	@Test
	void fourAreNoPanel() {
		assertThat(rated("a-lot", 4, 0, 0, 0)).isEqualTo(Verdict.TOO_FEW);
	}

	@Test
	void threeOfFiveOnOneSideOfAScaleAgree() {
		assertThat(rated("a-lot", 2, 1, 1, 1)).isEqualTo(Verdict.AGREES);
	}

	@Test
	void halfOnEachSideOfAScaleDoesNotAgree() {
		assertThat(rated("a-lot", 3, 0, 3, 0)).isEqualTo(Verdict.NO_AGREEMENT);
	}

	@Test
	void modeOnTheSameSideAsTheKeyButAnotherStepIsAnotherKey() {
		assertThat(rated("a-lot", 1, 4, 0, 0)).isEqualTo(Verdict.OTHER_KEY);
	}

	@Test
	void keyThatSharesTheModeIsAgreedWith() {
		assertThat(rated("a-lot", 3, 3, 0, 0)).isEqualTo(Verdict.AGREES);
	}

	@Test
	void modeOnTheSmallerSideOfAScaleIsNoKey() {
		assertThat(rated("harms", 2, 1, 0, 2)).isEqualTo(Verdict.OTHER_KEY);
	}

	@Test
	void twoOfFiveElsewhereAreAReasonToRewrite() {
		assertThat(chosen("best", 3, 1, 1)).isEqualTo(Verdict.NO_AGREEMENT);
	}

	@Test
	void fourOfFiveWhoCallTheBestOptionBestAgree() {
		assertThat(chosen("best", 4, 0, 1)).isEqualTo(Verdict.AGREES);
	}

	@Test
	void optionThatThePanelCallsBestAndTheAuthorsDoNotIsAnotherKey() {
		assertThat(chosen("partly", 5, 0, 0)).isEqualTo(Verdict.OTHER_KEY);
	}

	@Test
	void betweenPartlyAndNotHereTheModeDecides() {
		assertThat(chosen("partly", 0, 2, 3)).isEqualTo(Verdict.OTHER_KEY);
		assertThat(chosen("partly", 0, 3, 2)).isEqualTo(Verdict.AGREES);
	}

	@Test
	void itemThatGivesItselfAwayToTwoOfFiveIsRewritten() {
		assertThat(tally("best", Rule.CLEAR, OPTIONS, 2, 5, 0, 0).verdict()).isEqualTo(Verdict.GIVES_ITSELF_AWAY);
		assertThat(tally("best", Rule.CLEAR, OPTIONS, 1, 5, 0, 0).verdict()).isEqualTo(Verdict.AGREES);
	}

	@Test
	void countsEveryAnswerThatMayBeGiven() {
		assertThat(tally("best", Rule.CLEAR, OPTIONS, 0, 4, 0, 1).answers())
			.hasToString("{best=4, partly=0, not-here=1}");
	}

	private static Verdict rated(String key, int... counts) {
		return tally(key, Rule.NEAR, SCALE, 0, counts).verdict();
	}

	private static Verdict chosen(String key, int... counts) {
		return tally(key, Rule.CLEAR, OPTIONS, 0, counts).verdict();
	}

	private static Tally tally(String key, Rule rule, List<Choice> choices, int givesAway, int... counts) {
		List<String> given = Stream.iterate(0, (i) -> i < counts.length, (i) -> i + 1)
			.flatMap((i) -> Collections.nCopies(counts[i], choices.get(i).word()).stream())
			.toList();
		return Tally.of("q1", "Words", key, rule, choices, given, givesAway);
	}

}
