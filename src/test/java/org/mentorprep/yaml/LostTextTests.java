package org.mentorprep.yaml;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What YAML drops without a word, and its author perhaps meant. */
class LostTextTests {

	@Test
	@DisplayName("F32: each text that a comment shortens is warned of: line, what is lost, what is left")
	void warnsOfTextThatACommentShortens() {
		assertThat(warnings("""
				title: Look at question #3 first
				say:
				  - amina: They were 😀 slow # and loud
				  - [Read #4 aloud
				    , then stop]
				more: one line
				  and another # lost
				""")).satisfiesExactly(
				(one) -> assertThat(one).startsWith("f.yaml:1: warning: ")
					.contains("‘#3 first’ for a comment", "the text here is ‘Look at question’"),
				(two) -> assertThat(two).startsWith("f.yaml:3: ").contains("‘# and loud’"),
				(three) -> assertThat(three).startsWith("f.yaml:4: ").contains("‘#4 aloud’"),
				(four) -> assertThat(four).startsWith("f.yaml:7: ").contains("‘# lost’"));
	}

	@Test
	@DisplayName("F32: a text that is all comment is warned of")
	void warnsOfTextThatIsAllComment() {
		assertThat(warnings("title: #3 first\n")).singleElement().asString().contains("‘#3 first’ for a comment");
	}

	@Test
	@DisplayName("F32: the warning stands beside the error that a comment leads to")
	void warnsOfACommentThatBreaksTheFile() {
		assertThat(told("title: Look at #3\n  and #4\n")).anyMatch((one) -> one.contains("‘#3’ for a comment"))
			.anyMatch((one) -> one.contains("This is not YAML"));
	}

	@Test
	@DisplayName("F32: a word that YAML takes for an anchor is warned of")
	void warnsOfAnAnchorThatNobodyUses() {
		assertThat(warnings("title: &c to all of you\nlead: &used x\nwhy: *used\n")).singleElement()
			.asString()
			.startsWith("f.yaml:1: warning: YAML takes ‘&c’ for an anchor");
	}

	@ParameterizedTest
	@ValueSource(strings = { "# all\ntitle: x", "title: 'x' # note", "minutes: 5 # about", "text: |- # note\n  # text",
			"list: # note\n  - x", "a: x#y", "a: true # note", "a: {b: c} # note" })
	void saysNothingWhereNoTextCanBeLost(String text) {
		assertThat(warnings(text)).isEmpty();
	}

	@Test
	void filesOfSettingsMayHaveComments() {
		Problems problems = new Problems();
		new YamlReader("f.yaml", 1, problems).read("name: ours # the old one");
		assertThat(problems.none()).isTrue();
	}

	private static List<String> warnings(String text) {
		List<String> told = told(text);
		assertThat(told).allMatch((one) -> one.contains(": warning: "));
		return told;
	}

	private static List<String> told(String text) {
		Problems problems = new Problems();
		new YamlReader("f.yaml", 1, problems).holdsProse().read(text);
		return problems.inReadingOrder().stream().map(Problem::toString).toList();
	}

}
