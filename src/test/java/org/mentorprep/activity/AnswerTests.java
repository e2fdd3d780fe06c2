package org.mentorprep.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerTests {

	@Test
	void firstValueOfAFieldIsThereIfAnyIs() {
		Answer answer = new Answer(Map.of("choice", List.of("a", "b"), "empty", List.of()));
		assertThat(answer.first("choice")).contains("a");
		assertThat(answer.first("empty")).isEmpty();
		assertThat(answer.first("other")).isEmpty();
	}

	@Test
	void twentyThousandCharactersAreTheMostThatAnswersHave() {
		assertThat(new Answer(Map.of("words", List.of("x".repeat(19_995)))).tooLong()).isFalse();
		assertThat(new Answer(Map.of("words", List.of("x".repeat(19_996)))).tooLong()).isTrue();
	}

	@Test
	void allValuesOfAFieldCount() {
		assertThat(new Answer(Map.of("words", List.of("x".repeat(9_995), "y".repeat(10_000)))).tooLong()).isFalse();
		assertThat(new Answer(Map.of("words", List.of("x".repeat(9_996), "y".repeat(10_000)))).tooLong()).isTrue();
	}

	@Test
	void twoHundredFieldsAreTheMostThatAnswersHave() {
		assertThat(fields(200).tooLong()).isFalse();
		assertThat(fields(201).tooLong()).isTrue();
	}

	private static Answer fields(int count) {
		Map<String, List<String>> fields = new HashMap<>();
		for (int field = 1; field <= count; field++) {
			fields.put("entry-" + field, List.of("1"));
		}
		return new Answer(fields);
	}

}
