package org.mentorprep.yaml;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class YamlReaderTests {

	private final Problems problems = new Problems();

	@ParameterizedTest
	@ValueSource(strings = { "no", "yes", "on", "off", "1:30", "2026-11-24", "1.0.0", "0x1F", "1e999", ".inf", "~x",
			"1234567890123456789" })
	void leavesTextAsText(String value) {
		assertThat(tree("field: " + value).path("field").isString()).isTrue();
	}

	@Test
	void knowsTheWordsOfYaml12() {
		JsonNode tree = tree("a: true\nb: null\nc: 12\nd: 0.5\ne: -3");
		assertThat(tree.toString()).isEqualTo("{\"a\":true,\"b\":null,\"c\":12,\"d\":0.5,\"e\":-3}");
	}

	@Test
	void takesWholeNumbersToTheLetterWhereTheyAreIds() {
		YamlReader reader = new YamlReader("f.yaml", 1, this.problems).wholeNumbersAsText();
		assertThat(reader.read("[007, +1, 1.5]").orElseThrow().tree().toString()).isEqualTo("[\"007\",\"+1\",1.5]");
	}

	@Test
	void keepsParagraphsOfLiteralAndOfFoldedText() {
		JsonNode tree = tree("a: |-\n  one\n  two\n\n  three\nb: >-\n  one\n  two\n\n  three");
		assertThat(tree.path("a").asString()).isEqualTo("one\ntwo\n\nthree");
		assertThat(tree.path("b").asString()).isEqualTo("one two\n\nthree");
	}

	@Test
	void findsTheLineOfWhatIsNotThereInWhatIsAroundIt() {
		YamlFile file = read("a:\n  - b: 1\n    c: 2\n  - d: 3").orElseThrow();
		assertThat(file.line("/a/0/c")).isEqualTo(3);
		assertThat(file.line("/a/1/missing/deep")).isEqualTo(4);
		assertThat(file.line("/elsewhere")).isEqualTo(1);
	}

	@Test
	void refusesWhatAliasesBlowUp() {
		StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
		for (char c = 'b'; c <= 'f'; c++) {
			char before = (char) (c - 1);
			bomb.append(c)
				.append(": &")
				.append(c)
				.append(" [*")
				.append(before)
				.append(", *")
				.append(before)
				.append(", *")
				.append(before)
				.append(", *")
				.append(before)
				.append("]\n");
		}
		assertThat(read(bomb.append("g: 1").toString())).isPresent();
		assertThat(read("r: &r [" + "x, ".repeat(2000) + "x]\ns: [*r" + ", *r".repeat(15) + "]")).isEmpty();
		assertThat(this.problems.inReadingOrder()).extracting(Problem::sentence)
			.containsExactly("This is not YAML: there is too much in it, written out or by aliases.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a: &a [*a]", "a: &a {b: *a}", "? [a]\n: b", "a: !!java.net.URL [x]", "a: b: c", "\t- x",
			"a: \"\\q\"", "%YAML 3.0\n---\na: b" })
	void refusesWhatIsNoPlainData(String text) {
		read(text);
		assertThat(this.problems.none()).isFalse();
	}

	@Test
	void refusesDepthThatWouldOverflow() {
		assertThat(read("a: " + "[".repeat(90_000))).isEmpty();
	}

	private JsonNode tree(String text) {
		return read(text).orElseThrow().tree();
	}

	private Optional<YamlFile> read(String text) {
		return new YamlReader("f.yaml", 1, this.problems).read(text);
	}

}
