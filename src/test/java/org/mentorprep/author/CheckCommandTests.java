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
import org.junit.jupiter.api.DisplayName;
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
	@DisplayName("F34: it is quiet by default: what is wrong, and how many")
	void isQuietByDefault() {
		assertThat(check("bad")).isEqualTo(ExitStatus.PROBLEMS);
		assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("There is no node gate.", "1 problem, ")
			.doesNotContain("Modules", "always the");
	}

	@Test
	@DisplayName("F34: one exercise is checked by itself, with what blind play earns")
	void checksOneExercise() throws IOException {
		Packs.write(this.folder.resolve("two"),
				Packs.smallWith(Map.of("modules/listening/pages/01-why.md", "no page")));
		assertThat(check("two", "--only", "talk-1")).isEqualTo(ExitStatus.GOOD);
		assertThat(this.out.toString(StandardCharsets.UTF_8))
			.contains("talk-1 (dialogue", "always the most direct option", "Other files have 1 problem, left out here.",
					"0 problems, ")
			.doesNotContain("01-why", "module.yaml");
	}

	@Test
	@DisplayName("F34: one exercise with problems, by its id or its file")
	void tellsTheProblemsOfOneExercise() throws IOException {
		assertThat(check("bad", "--only", EXERCISE)).isEqualTo(ExitStatus.PROBLEMS);
		Packs.write(this.folder.resolve("broken"), Packs.smallWith(Map.of(EXERCISE, "id: [")));
		assertThat(check("broken", "--only", "talk-1")).isEqualTo(ExitStatus.PROBLEMS);
		assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("There is no node gate.",
				EXERCISE + ":1: This is not YAML");
		assertThat(check("bad", "--only", "talk-9")).isEqualTo(ExitStatus.UNREADABLE);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains("There is no exercise talk-9 in ");
	}

	@Test
	@DisplayName("F32: a folder above the pack is told where the pack is")
	void saysWhereThePackIs() {
		assertThat(check(".")).isEqualTo(ExitStatus.UNREADABLE);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains(" is no pack; there is one in ");
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
			.map((arg) -> (arg.startsWith("--") || arg.contains("talk-")) ? arg : this.folder.resolve(arg).toString())
			.toList();
		return new CheckCommand(new PrintStream(this.out, true, StandardCharsets.UTF_8),
				new PrintStream(this.err, true, StandardCharsets.UTF_8))
			.check(places);
	}

}
