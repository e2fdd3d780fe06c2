package org.mentorprep.author;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.mentorprep.author.AuthorCommands.ExitStatus;
import org.mentorprep.pack.Packs;
import org.mentorprep.testing.ToolProcess;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands as authors start them: a program of its own, anywhere. */
class AuthorProcessTests {

	@TempDir
	private Path folder;

	@Test
	void printsTheReportAndNothingElse() throws Exception {
		Packs.write(this.folder, Packs.small());
		Process process = start("check", this.folder.toString());
		assertThat(text(process)).startsWith("small 1.0.0 in " + this.folder)
			.contains("0 problems")
			.doesNotContain("Spring", "DEBUG");
		assertThat(process.waitFor()).isZero();
	}

	@Test
	void endsWithAStatusThatScriptsCanUse() throws Exception {
		Process process = start("check", this.folder.resolve("nowhere").toString());
		assertThat(text(process)).contains("nowhere can't be read");
		assertThat(process.waitFor()).isEqualTo(ExitStatus.UNREADABLE);
	}

	@Test
	@Tag("full")
	void writesSheetsAndSaysNothingElse() throws Exception {
		Packs.write(this.folder.resolve("pack"), Packs.small());
		Process process = start("panel", "pack", "--sheets", "sheets");
		assertThat(text(process)).isEqualToIgnoringNewLines("1 sheet and results.csv are in sheets.");
		assertThat(process.waitFor()).isZero();
	}

	private Process start(String... args) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(ToolProcess.java(), "-cp", ToolProcess.classPathOfTheTool(),
				"org.mentorprep.MentorprepApplication");
		builder.command().addAll(List.of(args));
		return builder.directory(this.folder.toFile()).redirectErrorStream(true).start();
	}

	private static String text(Process process) throws IOException {
		return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}

}
