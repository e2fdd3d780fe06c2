package org.mentorprep.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.mentorprep.pack.kind.ExerciseKind;
import org.mentorprep.yaml.Problem;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples that authors copy from docs/authoring.md are right. */
class AuthoringDocsTests {

	private static final Path DOCS = Path.of("docs/authoring.md");

	private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(format: mentorprep/(\\w+)@1\nid: .*?)```",
			Pattern.DOTALL);

	private static final String EXERCISE = "modules/listening/exercises/";

	static Stream<String> examples() throws IOException {
		return EXAMPLE.matcher(Files.readString(DOCS)).results().map((found) -> found.group(1));
	}

	@Test
	@DisplayName("F34: there is a complete example of each kind of exercise")
	void thereIsAnExampleOfEachKind() throws IOException {
		assertThat(EXAMPLE.matcher(Files.readString(DOCS)).results().map((found) -> found.group(2)))
			.containsExactlyInAnyOrderElementsOf(ExerciseKind.all().stream().map(ExerciseKind::name).toList());
	}

	@ParameterizedTest
	@MethodSource("examples")
	@DisplayName("F34: an example in the docs goes through the check")
	void exampleIsGood(String example) {
		String id = example.replaceFirst("(?s).*?\nid: (\\S+).*", "$1");
		SortedMap<String, String> texts = new TreeMap<>(Packs.small().texts());
		texts.keySet().removeIf((path) -> path.contains("/exercises/") || path.startsWith("i18n/"));
		texts.put(EXERCISE + id + ".yaml", example);
		texts.computeIfPresent("modules/listening/module.yaml",
				(path, text) -> text.replaceFirst("pool: \\[.*?]", "pool: [" + id + "]"));
		List<Problem> problems = new PackReader().report(new PackFiles(texts)).problems();
		assertThat(problems.stream().filter((one) -> one.isError() || one.file().contains(id))).isEmpty();
	}

}
