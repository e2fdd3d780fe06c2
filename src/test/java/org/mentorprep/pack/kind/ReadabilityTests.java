package org.mentorprep.pack.kind;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReadabilityTests {

	@Test
	void countsSentencesAsPeopleDo() {
		assertThat(prose("At 11.05 three groups wrote. “Why?” she asked.\n\nShe waited").sentences())
			.containsExactly("At 11.05 three groups wrote.", "“Why?” she asked.", "She waited");
	}

	@Test
	void findsTheLongestSentence() {
		assertThat(prose("One two. One two three. One.").longestSentence()).isEqualTo("One two three.");
	}

	@Test
	void shortWordsReadYoung() {
		assertThat(prose("You saw the lesson. Say one thing you saw. Then wait.").readingAge()).isLessThanOrEqualTo(8);
	}

	@Test
	void longWordsReadOld() {
		assertThat(prose("Professional accountability necessitates comprehensive documentation regarding pedagogical"
				+ " interventions undertaken collaboratively.")
			.readingAge()).isEqualTo(18);
	}

	private static Readability prose(String text) {
		return new Readability(text, Locale.UK);
	}

}
