package org.mentorprep.author;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.mentorprep.author.AuthorCommands.ExitStatus;
import org.mentorprep.pack.Packs;

import static org.assertj.core.api.Assertions.assertThat;

class CheckCommandTests {

	private static final String EXERCISE = "modules/listening/exercises/talk-1.yaml";

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@TempDir
	private Path folder;

	@BeforeEach
	void writePacks() throws IOException {
		Packs.write(this.folder.resolve("good one"), Packs.small());
		Packs.write(this.folder.resolve("bad"), Packs
			.smallWith(Map.of(EXERCISE, Packs.small().texts().get(EXERCISE).replace("start: door", "start: gate"))));
	}

	@Test
	void goodPackIsGood() {
		assertThat(check("--all", "good one")).isEqualTo(ExitStatus.GOOD);
		assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("listening: 1 page, ", "Exercises: 1 dialogue",
				"always the most direct option", "0 problems, ");
	}

	@Test
	void tellsProblemsWithFileAndLineApartFromWarnings() {
		assertThat(check("bad")).isEqualTo(ExitStatus.PROBLEMS);
		assertThat(this.out.toString(StandardCharsets.UTF_8)).containsSubsequence("Problems",
				EXERCISE + ":15: There is no node gate.", "Warnings", "modules/listening/module.yaml:9: warning: ",
				"1 problem, ");
	}

	@Test
	void readsAZipFile() throws IOException {
		Files.write(this.folder.resolve("pack.zip"), Packs.zip("ours/", Packs.small().texts()));
		assertThat(check("pack.zip")).isEqualTo(ExitStatus.GOOD);
	}

	@Test
	void refusesAZipFileThatIsNone() throws IOException {
		Files.writeString(this.folder.resolve("pack.zip"), "no zip");
		assertThat(check("pack.zip")).isEqualTo(ExitStatus.PROBLEMS);
	}

	@Test
	void worstOfSeveralPacksCounts() {
		assertThat(check("good one", "bad", "good one")).isEqualTo(ExitStatus.PROBLEMS);
	}

	@Test
	void speaksJsonToPrograms() {
		assertThat(check("--json", "bad", "nowhere")).isEqualTo(ExitStatus.UNREADABLE);
		JsonNode packs = JsonMapper.builder().build().readTree(this.out.toString(StandardCharsets.UTF_8)).path("packs");
		assertThat(packs.at("/0/status").asString()).isEqualTo("problems");
		assertThat(packs.at("/0/problems").valueStream().map(JsonNode::toString))
			.contains("{\"level\":\"error\",\"file\":\"" + EXERCISE
					+ "\",\"line\":15,\"sentence\":\"There is no node gate.\"}");
		assertThat(packs.at("/0/modules/0/doing").asInt()).isEqualTo(5);
		assertThat(packs.at("/1/status").asString()).isEqualTo("unreadable");
	}

	@Test
	void givesTheStrategiesOfEachExerciseToPrograms() {
		check("good one", "--json");
		JsonNode json = JsonMapper.builder().build().readTree(this.out.toString(StandardCharsets.UTF_8));
		assertThat(json.at("/packs/0/exercises/0/strategies/0").toString())
			.isEqualTo("{\"strategy\":\"the best way\",\"score\":1.0}");
	}

	@Test
	void folderWithoutAPackCantBeRead() throws IOException {
		Files.createDirectories(this.folder.resolve("empty"));
		assertThat(check("empty")).isEqualTo(ExitStatus.UNREADABLE);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains("empty can't be read");
	}

	@Test
	void saysHowItIsUsed() {
		assertThat(check("--help")).isEqualTo(ExitStatus.UNREADABLE);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).startsWith("Usage: ");
	}

	private int check(String... args) {
		List<String> places = List.of(args)
			.stream()
			.map((arg) -> arg.startsWith("--") ? arg : this.folder.resolve(arg).toString())
			.toList();
		return new CheckCommand(new PrintStream(this.out, true, StandardCharsets.UTF_8),
				new PrintStream(this.err, true, StandardCharsets.UTF_8))
			.check(places);
	}

}
