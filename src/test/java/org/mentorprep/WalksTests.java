package org.mentorprep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the script of figures as anyone may, and holds that the walks of
 * docs/architecture.md name types that are there, and few enough. The bounds are only
 * lowered.
 */
class WalksTests {

	private static final List<String> WALKS = List.of("Launch", "Last answer of a task", "Grade sent", "Module page",
			"Pack published");

	/** The most files of one walk that somebody must open. */
	private static final int MOST_COUNTED = 12;

	/** The most types of one walk, with those that are only handed along. */
	private static final int MOST_TOUCHED = 20;

	private static final Pattern ROW = Pattern.compile("(?m)^\\| (.+) \\| (\\d+) \\| (\\d+) \\|$");

	private static String output;

	private static int exit;

	@BeforeAll
	static void run() throws IOException, InterruptedException {
		Process script = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"docs/figures/Figures.java")
			.redirectErrorStream(true)
			.start();
		output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		exit = script.waitFor();
	}

	@Test
	void everyTypeOfEveryWalkIsThere() {
		assertThat(exit).as(output).isZero();
	}

	@Test
	void everyWalkIsWrittenDown() {
		assertThat(rows()).extracting((row) -> row.group(1)).containsExactlyElementsOf(WALKS);
	}

	@Test
	void everyWalkIsShort() {
		assertThat(rows()).as(output).allSatisfy((row) -> {
			assertThat(Integer.parseInt(row.group(2))).as(row.group(1)).isBetween(1, MOST_COUNTED);
			assertThat(Integer.parseInt(row.group(3))).as(row.group(1)).isBetween(1, MOST_TOUCHED);
		});
	}

	private static List<MatchResult> rows() {
		return ROW.matcher(output).results().toList();
	}

}
