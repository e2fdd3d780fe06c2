package org.mentorprep.author;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.mentorprep.author.AuthorCommands.ExitStatus;
import org.mentorprep.pack.Packs;

import static org.assertj.core.api.Assertions.assertThat;

/** How much there is in a pack, in Markdown. */
class ContentReportTests {

	private static final Path FILE = Path.of("target", "content-report.md");

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	@TempDir
	private Path folder;

	@Test
	void tellsModulesPagesAndWhatStrategiesEarn() throws IOException {
		Packs.write(this.folder, Packs.small());
		assertThat(report(this.folder.toString())).isEqualTo(ExitStatus.GOOD);
		assertThat(markdown()).startsWith("# small 1.0.0\n")
			.contains("\n| listening | 1 | ", " | 1 dialogue |\n", "\n## Pages of listening\n", "\n| why-listen | ",
					"\n## What strategies earn: dialogue\n", "| exercise | minutes | the best way | ",
					"\n| talk-1 | 5 | 100.0 | ");
	}

	/** For whoever wants to know how large the course is: the build leaves it there. */
	@Test
	void everyModuleThatIsShippedIsInTheReportOfTheBuild() throws IOException {
		assertThat(report("src/main/resources/packs/mentor-prep")).isEqualTo(ExitStatus.GOOD);
		Files.writeString(FILE, markdown());
		try (var modules = Files.list(Path.of("src/main/resources/packs/mentor-prep/modules"))) {
			assertThat(FILE).content()
				.contains(modules.map((module) -> "## Pages of " + module.getFileName()).toList());
		}
	}

	private int report(String place) {
		return new CheckCommand(new PrintStream(this.out, true, StandardCharsets.UTF_8), System.err)
			.check(List.of("--report", place));
	}

	private String markdown() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

}
