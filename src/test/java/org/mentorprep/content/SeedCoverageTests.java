package org.mentorprep.content;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.mentorprep.pack.PackReader;
import org.mentorprep.pack.Packs;
import org.mentorprep.testing.SourceFiles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the article says that the course grew out of is taught somewhere: each row of
 * {@code docs/seed-coverage.md} names pages or exercises, and they are there.
 */
class SeedCoverageTests {

	private static final Path FILE = Path.of("docs/seed-coverage.md");

	private static final String TABLE = """
			Words above, with `page no/table`.

			| what the article says | where |
			|---|---|
			| One \\| two | `page a/b`, `exercise c-1` |
			| Three | `exercise nowhere` |
			| Four | |
			""";

	@Test
	void everyRowNamesAPageOrAnExerciseThatIsShipped() {
		assertThat(missing(rows(SourceFiles.read(FILE)), shipped())).isEmpty();
	}

	@Test
	void fileHasRows() {
		assertThat(rows(SourceFiles.read(FILE))).hasSizeGreaterThan(50);
	}

	@Test
	void everyStatementStandsThereOnce() {
		assertThat(rows(SourceFiles.read(FILE))).extracting(Row::statement).doesNotHaveDuplicates();
	}

	@Test
	void rowsAreReadWithTheirTargets() {
		assertThat(rows(TABLE)).containsExactly(new Row(5, "One \\| two", List.of("page a/b", "exercise c-1")),
				new Row(6, "Three", List.of("exercise nowhere")), new Row(7, "Four", List.of("no target: ")));
	}

	@Test
	void rowWithoutTargetAndTargetThatIsNotThereAreFound() {
		assertThat(missing(rows(TABLE), Set.of("page a/b", "exercise c-1"))).containsExactly("line 6: exercise nowhere",
				"line 7: no target: ");
	}

	@Test
	void whatStandsInNoBackticksIsNoTarget() {
		assertThat(missing(rows("| a | b |\n|---|---|\n| One | page a/b |\n| Two | `page a/b` and more |"),
				Set.of("page a/b")))
			.containsExactly("line 3: no target: page a/b", "line 4: no target: `page a/b` and more");
	}

	private static List<String> missing(List<Row> rows, Set<String> there) {
		return rows.stream()
			.flatMap((row) -> row.targets()
				.stream()
				.filter((target) -> !there.contains(target))
				.map((target) -> "line " + row.line() + ": " + target))
			.toList();
	}

	/** The pages and exercises of the pack, as the file names them. */
	private static Set<String> shipped() {
		Pack pack = new PackReader().read(Packs.read("classpath:packs/mentor-prep"),
				new PackVersionId(UUID.randomUUID()));
		Set<String> targets = new TreeSet<>();
		pack.exercises().keySet().forEach((id) -> targets.add("exercise " + id));
		pack.modules()
			.forEach(
					(module) -> module.pages().forEach((page) -> targets.add("page " + module.id() + "/" + page.id())));
		return targets;
	}

	/** The rows below the heads of tables. */
	private static List<Row> rows(String markdown) {
		List<String> lines = markdown.lines().toList();
		List<Row> rows = new ArrayList<>();
		boolean below = false;
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i).strip();
			if (line.startsWith("|") && below) {
				String[] cells = line.split("(?<!\\\\)\\|", -1);
				rows.add(new Row(i + 1, cells[1].strip(), targets(cells[2].strip())));
			}
			below = line.startsWith("|") && (below || line.matches("\\|[-:|\\s]+"));
		}
		return rows;
	}

	private static List<String> targets(String cell) {
		return Stream.of(cell.split(","))
			.map(String::strip)
			.map((target) -> target.matches("`[^`]+`") ? target.substring(1, target.length() - 1)
					: "no target: " + target)
			.toList();
	}

	/** A statement and where it is taught. */
	private record Row(int line, String statement, List<String> targets) {
	}

}
