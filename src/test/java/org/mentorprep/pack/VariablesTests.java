package org.mentorprep.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class VariablesTests {

	private static final Variables VARIABLES = Variables.of(JsonMapper.builder().build().readTree("""
			{"variables": {"term.mentee": {"default": "trainee"},
			"role.mentor_assesses": {"default": "none", "allowed": ["none", "contributes", "decides"]}}}"""));

	@ParameterizedTest
	@CsvSource(delimiter = '>', value = { "No marks { }. > No marks { }.", "A {{term.mentee}}. > A trainee.",
			"{{ ^term.mentee }} > Trainee", "a {{#role.mentor_assesses=none}}b {{term.mentee}}{{/}} c > a b trainee c",
			"a{{#role.mentor_assesses = contributes | decides}}b {{term.mentee}}{{/}} c > a c",
			"{{#role.mentor_assesses=none|decides}}x{{/}}{{#role.mentor_assesses=decides}}y{{/}} > x" })
	void fillsIn(String text, String filled) {
		assertThat(VARIABLES.filled(text, (sentence) -> {
			throw new AssertionError(sentence);
		})).isEqualTo(filled);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{{term.mentee", "term.mentee}}", "{{}}", "{{TERM.mentee}}",
			"{{#role.mentor_assesses}}x{{/}}", "{{#term.mentee=x}}x{{/}}", "{{/}}", "{{#role.mentor_assesses=none}}x",
			"{{#role.mentor_assesses=none}}{{#role.mentor_assesses=none}}x{{/}}{{/}}", "{{T(java.lang.Runtime)}}" })
	void saysWhatIsWrong(String text) {
		List<String> problems = new ArrayList<>();
		VARIABLES.filled(text, problems::add);
		assertThat(problems).isNotEmpty();
	}

	@Test
	void valueIsNeverReadAgain() {
		assertThat(VARIABLES.unfit(Map.of("term.mentee", "{{role.mentor_assesses}}"))).hasSize(1);
	}

	@Test
	void nameMayComeWithoutItsUnderscores() {
		assertThat(VARIABLES.with(Map.of("role.mentorassesses", "decides")).valueOf("role.mentor_assesses"))
			.isEqualTo("decides");
	}

	@Test
	void leavesWhatDoesNotFitAtItsDefault() {
		assertThat(VARIABLES.with(Map.of("role.mentor_assesses", "often")).valueOf("role.mentor_assesses"))
			.isEqualTo("none");
	}

	@Test
	void rendersEachValueThatTextsCanAskFor() {
		assertThat(VARIABLES.renderings()).extracting(Rendering::description)
			.containsExactly("where role.mentor_assesses is contributes", "where role.mentor_assesses is decides");
	}

}
