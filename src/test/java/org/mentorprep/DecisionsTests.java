package org.mentorprep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The decisions are numbered one by one, and links between documents lead somewhere. */
class DecisionsTests {

	private static final Path DECISIONS = Path.of("docs/decisions");

	private static final Pattern LINK = Pattern.compile("]\\((?!https?:|mailto:|#)([^)#\\s]+)[^)]*\\)");

	@Test
	@DisplayName("Words: numbers of decisions have no gap, and headings that name one are right")
	void numbersHaveNoGap() throws IOException {
		List<String> names;
		try (Stream<Path> files = Files.list(DECISIONS)) {
			names = files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
		List<Integer> numbers = names.stream().map((name) -> Integer.parseInt(name.substring(0, 4))).toList();
		assertThat(numbers).doesNotHaveDuplicates();
		int last = numbers.get(numbers.size() - 1);
		assertThat(IntStream.rangeClosed(1, last).boxed()).allMatch(numbers::contains);
		for (String name : names) {
			assertThat(Files.readString(DECISIONS.resolve(name))).as(name)
				.matches("(?s)# (" + Integer.parseInt(name.substring(0, 4)) + "\\. |[^0-9]).*");
		}
	}

	@Test
	@DisplayName("Words: links between documents lead to files that are there")
	void linksLeadSomewhere() throws IOException {
		List<Path> documents;
		try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
			documents = Stream
				.concat(docs, Stream.of("README.md", "CONTRIBUTING.md", "lti-config/README.md").map(Path::of))
				.filter((file) -> file.toString().endsWith(".md"))
				.toList();
		}
		for (Path document : documents) {
			Path folder = document.toAbsolutePath().getParent();
			assertThat(LINK.matcher(Files.readString(document)).results().map((found) -> found.group(1)))
				.as(document.toString())
				.allMatch((target) -> Files.exists(folder.resolve(target)));
		}
	}

}
