package org.mentorprep.author;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.mentorprep.author.AuthorCommands.ExitStatus;
import org.mentorprep.pack.Packs;

import static org.assertj.core.api.Assertions.assertThat;

/** The review of keys as authors do it. */
class PanelCommandTests {

	private static final String EXERCISE = "modules/listening/exercises/talk-1.yaml";

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private final PanelSheet sheet = Panels.small();

	@TempDir
	private Path folder;

	@BeforeEach
	void writePack() throws IOException {
		Packs.write(this.folder.resolve("pack"), Packs.small());
	}

	@Test
	void writesASheetForEachExerciseAndAnEmptyFileOfAnswers() throws IOException {
		assertThat(panel("pack", "--sheets", "sheets")).isEqualTo(ExitStatus.GOOD);
		assertThat(this.folder.resolve("sheets/talk-1.html")).content().contains(this.sheet.items().get(0).code());
		assertThat(Files.readAllLines(this.folder.resolve("sheets/results.csv")))
			.hasSize(1 + 5 * this.sheet.items().size());
	}

	@Test
	void neverWritesOverAnswers() throws IOException {
		panel("pack", "--sheets", "sheets");
		Files.writeString(this.folder.resolve("sheets/results.csv"), "typed by hand");
		assertThat(panel("pack", "--sheets", "sheets")).isEqualTo(ExitStatus.UNREADABLE);
		assertThat(this.folder.resolve("sheets/results.csv")).hasContent("typed by hand");
		assertThat(told(this.err)).contains("may hold answers");
	}

	@Test
	void saysWhatFiveWhoAgreeMeanAndChangesNothing() throws IOException {
		answers(Panels.agreeing(this.sheet));
		assertThat(panel("pack", "results.csv")).isEqualTo(ExitStatus.GOOD);
		assertThat(told(this.out)).contains("talk-1 (dialogue, version 1.0.0), panel of 5",
				"The panel agrees: the key can be reviewed (--write).", "1 exercise answered, 1 key agreed on");
		assertThat(Files.readString(this.folder.resolve("pack").resolve(EXERCISE)))
			.isEqualTo(Packs.small().texts().get(EXERCISE));
	}

	@Test
	void marksTheKeyAsReviewedAndTouchesNoOtherFile() throws IOException {
		answers(Panels.agreeing(this.sheet));
		assertThat(panel("--write", "pack", "results.csv")).isEqualTo(ExitStatus.GOOD);
		SortedMap<String, String> after = new TreeMap<>(Packs.small().texts());
		after.computeIfPresent(EXERCISE,
				(path, text) -> text.replace("{status: draft, panel: 0}", "{status: reviewed, panel: 5}"));
		assertThat(Packs.read(this.folder.resolve("pack").toUri().toString()).texts()).isEqualTo(after);
	}

	@Test
	void neverChangesAKeyWithWhichThePanelDisagrees() throws IOException {
		answers(Panels.csv(this.sheet, Panels.five(this.sheet, (item, panelist) -> "not-here")));
		assertThat(panel("--write", "pack", "results.csv")).isEqualTo(ExitStatus.GOOD);
		assertThat(told(this.out)).contains("The key stays draft: ", "the panel disagrees with the key");
		assertThat(Packs.read(this.folder.resolve("pack").toUri().toString())).isEqualTo(Packs.small());
	}

	@Test
	void tellsAllProblemsOfTheAnswersAndCountsNothing() throws IOException {
		answers(Panels.agreeing(this.sheet) + "nowhere,1,q1,ann,best,\r\ntalk-1,1.0.0,q1,ann,best,\r\n");
		assertThat(panel("--write", "pack", "results.csv")).isEqualTo(ExitStatus.PROBLEMS);
		int last = 2 + 5 * this.sheet.items().size();
		assertThat(told(this.out))
			.contains("results.csv:" + last + ": The pack has no exercise ‘nowhere’.",
					"results.csv:" + (last + 1) + ": talk-1 has no item ‘q1’.")
			.doesNotContain("panel of");
		assertThat(Packs.read(this.folder.resolve("pack").toUri().toString())).isEqualTo(Packs.small());
	}

	@Test
	void speaksJsonToPrograms() throws IOException {
		answers(Panels.csv(this.sheet,
				Panels.five(this.sheet, (item, panelist) -> (panelist < 4) ? item.thing().key() : "not-here")));
		panel("--json", "pack", "results.csv");
		JsonNode json = JsonMapper.builder().build().readTree(told(this.out));
		assertThat(json.path("status").asString()).isEqualTo("good");
		assertThat(json.at("/exercises/0/key").asString()).isEqualTo("draft");
		assertThat(json.at("/exercises/0/reasons").toString()).isEqualTo("[\"no-agreement\"]");
		assertThat(json.at("/exercises/0/items")
			.valueStream()
			.filter((item) -> item.path("key").asString().equals("best"))
			.map((item) -> item.path("answers").toString())).containsOnly("{\"best\":3,\"partly\":0,\"not-here\":2}");
	}

	@Test
	void packWithProblemsIsPutRightFirst() throws IOException {
		Packs.write(this.folder.resolve("bad"), Packs
			.smallWith(Map.of(EXERCISE, Packs.small().texts().get(EXERCISE).replace("start: door", "start: gate"))));
		assertThat(panel("bad", "--sheets", "sheets")).isEqualTo(ExitStatus.PROBLEMS);
		assertThat(told(this.out)).contains("There is no node gate.");
		assertThat(this.folder.resolve("sheets")).doesNotExist();
	}

	@Test
	void saysWhichFileItCannotChange() throws IOException {
		Files.writeString(this.folder.resolve("pack").resolve(EXERCISE),
				Packs.small().texts().get(EXERCISE).replace("status: draft,", "status:\n    draft,"));
		answers(Panels.agreeing(this.sheet));
		assertThat(panel("--write", "pack", "results.csv")).isEqualTo(ExitStatus.PROBLEMS);
		assertThat(told(this.out)).contains(EXERCISE + ":1: This file could not be changed. Write it by hand: "
				+ "key: {status: reviewed, panel: 5}.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "pack", "pack --sheets", "pack --sheets out --write", "pack results.csv --colour",
			"--write", "nowhere results.csv", "pack nowhere.csv" })
	void saysWhatItCannotDo(String args) {
		assertThat(panel(args.split(" "))).isEqualTo(ExitStatus.UNREADABLE);
		assertThat(told(this.err)).matches("(?s)Usage: .*|.* can't be read: .*");
	}

	private void answers(String csv) throws IOException {
		Files.writeString(this.folder.resolve("results.csv"), csv);
	}

	private int panel(String... args) {
		List<String> places = List.of(args)
			.stream()
			.map((arg) -> arg.startsWith("--") ? arg : this.folder.resolve(arg).toString())
			.toList();
		return new PanelCommand(new PrintStream(this.out, true, StandardCharsets.UTF_8),
				new PrintStream(this.err, true, StandardCharsets.UTF_8))
			.review(places);
	}

	private static String told(ByteArrayOutputStream stream) {
		return stream.toString(StandardCharsets.UTF_8);
	}

}
