package org.mentorprep.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.ClassPathResource;

import org.mentorprep.yaml.Problem;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;
import org.mentorprep.yaml.YamlReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each row of {@code packs-test/spoiled.yaml} spoils one thing in the valid pack, and
 * says which problems must come of it: file, line and sentence.
 */
class SpoiledPackTests {

	private static final PackReader READER = new PackReader();

	private static final PackReport UNSPOILED = READER.report(Packs.small());

	static Stream<Spoiled> table() throws IOException {
		String text = new ClassPathResource("packs-test/spoiled.yaml").getContentAsString(StandardCharsets.UTF_8);
		YamlFile table = new YamlReader("spoiled.yaml", 1, new Problems()).read(text).orElseThrow();
		return table.tree().valueStream().map(Spoiled::of);
	}

	@Test
	void packIsValidUnspoiled() {
		assertThat(UNSPOILED.errors()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("table")
	void refusesSpoiledPack(Spoiled spoiled) {
		PackReport report = READER.report(Packs.smallWith(Map.of(spoiled.file(), spoiled.text())));
		assertThat(report.errors()).extracting(Problem::toString).containsExactlyElementsOf(spoiled.problems());
		if (spoiled.warns()) {
			assertThat(report.warnings()).filteredOn((problem) -> !UNSPOILED.warnings().contains(problem))
				.extracting(Problem::toString)
				.containsExactlyElementsOf(spoiled.warnings());
		}
	}

	/**
	 * One row. In the file, each 'from' becomes the 'to' beside it, everywhere; a row
	 * without 'from' replaces the file, and without 'to' takes it away. Warnings are
	 * those that the valid pack does not have.
	 */
	private record Spoiled(String file, List<String> from, List<String> to, List<String> problems, boolean warns,
			List<String> warnings) {

		static Spoiled of(JsonNode row) {
			return new Spoiled(row.path("file").asString(), texts(row.path("from")), texts(row.path("to")),
					texts(row.path("problems")), row.has("warnings"), texts(row.path("warnings")));
		}

		private static List<String> texts(JsonNode list) {
			return list.valueStream().map((text) -> text.asString().replace("\n\n", "\n")).toList();
		}

		String text() {
			if (this.from.isEmpty()) {
				return String.join("", this.to);
			}
			String text = Packs.small().texts().get(this.file);
			for (int i = 0; i < this.from.size(); i++) {
				assertThat(text).contains(this.from.get(i));
				text = text.replace(this.from.get(i), this.to.get(i));
			}
			return text;
		}

		@Override
		public String toString() {
			return this.file + ": " + this.from + " -> " + this.to;
		}

	}

}
