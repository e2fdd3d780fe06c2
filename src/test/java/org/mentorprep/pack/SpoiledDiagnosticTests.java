package org.mentorprep.pack;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.yaml.Problem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each row spoils one thing in the diagnostic of a module as it is shipped, and says
 * which problem must come of it, and in which line.
 */
class SpoiledDiagnosticTests {

	private static final String PATH = "modules/judgementoring/diagnostic.yaml";

	private static final String WELSH = "i18n/cy/" + PATH;

	private static final ModuleId MODULE = new ModuleId("judgementoring");

	static Stream<SpoiledFile> rows() {
		return Stream.of(spoiled("id: the-bell", "id: moving-on", "id: moving-on", "Two items are called moving-on."),
				spoiled("sort: hides\n(?=.*\n.*In the third)", "sort: secrets\n", "sort: secrets",
						"pool[17].sort must be one of classify, rate, order, pick, hides."),
				spoiled("key: table", "key: tables", "key: tables", "There is no option tables."),
				spoiled("key: harms\n(?=.*\n.*opens her up today)", "key: hurts\n", "key: hurts",
						"pool[10].responses[3].key must be one of helps-a-lot, helps-a-bit, hinders-a-bit, harms."),
				spoiled("then: try,", "then: tries,", "{first: aim,", "There is no step tries."),
				spoiled("what strikes you.\"", "what strikes you.\", harms: true", "{id: have-it",
						"The option have-it does harm and is the key."),
				spoiled("It’s about verdicts too soon and too often. You may still explain, show and warn.",
						"Too soon.", "{id: too-soon",
						"The option too-soon has 2 words and the options of never-say have 12.3 on average; stay within a fifth of it."),
				spoiled("TS11, ECTE, CU", "TS11, ECTE, CU99", "TS11, ECTE, CU99", "sources.yaml has no CU99."),
				spoiled("(?s)  - id: group-work.*(?=  - id: coping)", "", "pool:",
						"The pool has 1 items of the sort hides and needs at least 2, for 1 are drawn at a time."),
				spoiled("(?s)  - id: (group-work|never-say|good-pace).*?(?=  - id: (coping|four-minutes)|\n\n)", "",
						"pool:", "The pool has 15 items and needs at least 16."));
	}

	private static SpoiledFile spoiled(String from, String to, String at, String problem) {
		return new SpoiledFile("diagnostic", from, to, at, problem);
	}

	@ParameterizedTest
	@MethodSource("rows")
	void refusesSpoiledDiagnostic(SpoiledFile spoiled) {
		assertThat(spoiled.problems()).contains(spoiled.expected());
	}

	@Test
	void refusesWhatStandsInAnExercise() {
		String said = new PackReader().trees(SpoiledFile.UNSPOILED)
			.exercise("m3-j4")
			.orElseThrow()
			.yaml()
			.tree()
			.at("/responses/0/text")
			.asString();
		String text = SpoiledFile.UNSPOILED.texts()
			.get(PATH)
			.replaceFirst("text: I’d rather hear that from you.*", "text: \"" + said + "\"");
		assertThat(reportWith(PATH, text).errors()).extracting(Problem::toString)
			.anyMatch((problem) -> problem.endsWith(
					"This also stands in the exercise m3-j4; what a diagnostic asks must not be in an exercise."));
	}

	@Test
	void refusesDiagnosticWithoutAModule() {
		assertThat(reportWith("modules/nowhere/diagnostic.yaml", SpoiledFile.UNSPOILED.texts().get(PATH)).errors())
			.extracting(Problem::toString)
			.contains("modules/nowhere/diagnostic.yaml:1: There is no module.yaml in modules/nowhere.");
	}

	@Test
	void blindPlayStaysFarBelowTheMarkInAllThatAreShipped() {
		PackFiles shipped = Packs.read("classpath:packs/mentor-prep");
		assertThat(PackReport.of(new PackReader().trees(shipped), List.of(), (file) -> true).exercises())
			.filteredOn((table) -> table.kind().equals("diagnostic"))
			.hasSize(3)
			.flatExtracting(PackReport.ExerciseTable::strategies)
			.filteredOn((strategy) -> !strategy.way().equals("the best answers"))
			.allMatch((strategy) -> strategy.score() < 0.5);
	}

	@Test
	void wordsOfItemsCanBeTranslated() {
		SortedMap<String, String> texts = with(WELSH, """
				format: mentorprep/translation@1
				strings:
				  pool.coping.options.nights.text: {text: "Ei bod yn gweithio tan un y rhan fwyaf o nosweithiau."}
				""");
		Pack welsh = new PackReader().read(new PackFiles(texts), new PackVersionId(UUID.randomUUID()),
				Rendering.in("cy"));
		assertThat(welsh.diagnostic(MODULE).orElseThrow().items(List.of("coping")).get(0).question().toString())
			.contains("Ei bod yn gweithio", "taken her slot in the lab");
	}

	private static PackReport reportWith(String path, String text) {
		return new PackReader().report(new PackFiles(with(path, text)));
	}

	private static SortedMap<String, String> with(String path, String text) {
		SortedMap<String, String> texts = new TreeMap<>(SpoiledFile.UNSPOILED.texts());
		texts.put(path, text);
		return texts;
	}

}
