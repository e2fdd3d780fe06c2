package org.mentorprep;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import org.mentorprep.testing.BootedTool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * A start that can't succeed says what, why and how to mend it, without a stack trace.
 */
@ExtendWith(OutputCaptureExtension.class)
class RefusedStartTests {

	@TempDir
	private Path folder;

	@Test
	@DisplayName("F29: settings, the platforms file, packs and the folder are told at once, and nothing is touched")
	void everythingAtOnce(CapturedOutput output) throws IOException {
		Path platforms = Files.writeString(this.folder.resolve("platforms.yaml"), "platforms: [ {");
		Path inTheWay = Files.writeString(this.folder.resolve("file"), "");
		start("--spring.datasource.url=jdbc:h2:file:" + inTheWay + "/data/mentorprep",
				"--mentorprep.platforms-file=" + platforms, "--mentorprep.content.packs=file:" + this.folder,
				"--mentorprep.time-zone=Mars/Olympus", "--mentorprep.public-url=https://www.example.org/mentors",
				"--mentorprep.keys.secre=x", "--server.servlet.context-path=/mentors");
		assertThat(output).contains("There is no setting mentorprep.keys.secre. The nearest is mentorprep.keys.secret.",
				"mentorprep.time-zone 'Mars/Olympus' is not a time zone",
				"mentorprep.public-url 'https://www.example.org/mentors' has a path (/mentors).",
				"platforms.yaml:1: This is not YAML", "holds no pack", inTheWay + " is in its way.",
				"server.servlet.context-path '/mentors' can't be used");
		isTold(output);
		assertThat(this.folder).isDirectoryNotContaining((file) -> file.getFileName().toString().contains("mv.db"));
	}

	@Test
	@DisplayName("F29: a second process on the file of H2 is refused in a sentence")
	void secondProcess(CapturedOutput output) throws IOException {
		Path file = Files.createFile(this.folder.resolve("held.mv.db"));
		try (FileChannel held = FileChannel.open(file, StandardOpenOption.WRITE)) {
			assertThat(held.tryLock()).isNotNull();
			start("--spring.datasource.url=jdbc:h2:file:" + this.folder.resolve("held"));
		}
		assertThat(output).contains("held is in use by another process.", "Stop the other process");
		isTold(output);
	}

	@Test
	@DisplayName("F29: a wrong password of the database is refused in a sentence, which does not tell it")
	void wrongPassword(CapturedOutput output) throws SQLException {
		String url = "jdbc:h2:file:" + this.folder.resolve("secured");
		DriverManager.getConnection(url, "sa", "right").close();
		start("--spring.datasource.url=" + url, "--spring.datasource.password=mistaken");
		assertThat(output).contains("does not accept the user 'sa' with the password that is set.",
				"SPRING_DATASOURCE_PASSWORD");
		assertThat(output).doesNotContain("mistaken");
		isTold(output);
	}

	@Test
	@DisplayName("F29: a database that does not answer is told in a sentence")
	void unreachable(CapturedOutput output) {
		String url = "jdbc:postgresql://localhost:" + BootedTool.freePort() + "/mentorprep";
		start("--spring.profiles.active=postgres", "--spring.datasource.url=" + url + "?password=hidden");
		assertThat(output).contains("The database " + url + " does not answer.", "Look whether it runs");
		assertThat(output).doesNotContain("hidden");
		isTold(output);
	}

	@Test
	@Tag("full")
	@DisplayName("F29: a port in use is told in a sentence")
	void portInUse(CapturedOutput output) throws IOException {
		try (ServerSocket taken = new ServerSocket(0)) {
			start("--spring.datasource.url=jdbc:h2:file:" + this.folder.resolve("data"),
					"--server.port=" + taken.getLocalPort());
			assertThat(output).contains("Port " + taken.getLocalPort() + " was already in use.");
		}
		isTold(output);
	}

	private static void start(String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.add("--spring.main.banner-mode=off");
		assertThatException()
			.isThrownBy(() -> new SpringApplication(MentorprepApplication.class).run(all.toArray(String[]::new)));
	}

	private static void isTold(CapturedOutput output) {
		assertThat(output.toString().lines().filter((line) -> line.startsWith("\tat ") || line.startsWith("Caused by")))
			.isEmpty();
		assertThat(output).containsOnlyOnce("APPLICATION FAILED TO START");
	}

}
