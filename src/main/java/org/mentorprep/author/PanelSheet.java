package org.mentorprep.author;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

import tools.jackson.databind.JsonNode;

import org.mentorprep.activity.Shuffle;
import org.mentorprep.pack.kind.ExerciseFile;
import org.mentorprep.pack.kind.ExerciseKind;
import org.mentorprep.pack.kind.PanelQuestions;
import org.mentorprep.pack.kind.PanelQuestions.Choice;
import org.mentorprep.pack.kind.PanelQuestions.Part;
import org.mentorprep.pack.kind.PanelQuestions.Thing;

/**
 * An exercise as a panel gets it on paper. The id of the exercise decides the order of
 * the items. Each has a code of a number and a checksum of its text: neither place nor
 * code gives the key away, and answers to another text are noticed.
 *
 * @param path of the file in the pack
 * @param status of its key as the file has it
 */
public record PanelSheet(String id, String version, String language, String title, String kind, String path,
		String status, String note, PanelQuestions questions, List<Section> sections) {

	private static final int MARK = 0xFFFF;

	/** Of an exercise that was checked. */
	public static PanelSheet of(ExerciseFile file) {
		JsonNode tree = file.yaml().tree();
		ExerciseKind kind = file.kind().orElseThrow();
		PanelQuestions questions = kind.panel(file.activity());
		return new PanelSheet(file.id(), file.yaml().text("version"), file.yaml().text("lang"),
				ExerciseFile.text(tree.path("title")), kind.name(), file.yaml().path(),
				tree.path("key").path("status").asString(), ExerciseFile.text(tree.path("content_note")), questions,
				sections(file.id(), questions));
	}

	/** All that a panel judges, in the order of the sheet. */
	public List<Item> items() {
		return this.sections.stream().flatMap((section) -> section.items().stream()).filter(Item::asked).toList();
	}

	Optional<Item> item(String code) {
		return items().stream().filter((item) -> item.code().equals(code)).findFirst();
	}

	Item thing(String id) {
		return items().stream().filter((item) -> item.thing().id().equals(id)).findFirst().orElseThrow();
	}

	/** Whether places are asked for, each once. */
	public boolean places() {
		return this.questions.rule() == PanelQuestions.Rule.PLACES;
	}

	/** Whether some answers need a word of explanation. */
	public boolean hinted() {
		return this.questions.choices().stream().anyMatch((choice) -> !choice.hint().isEmpty());
	}

	/** How wide the table is beside the column of codes. */
	public int columns() {
		return places() ? 3 : this.questions.choices().size() + 2;
	}

	/** What the answers are called in the file of answers. */
	public String answers() {
		return this.questions.choices().stream().map(Choice::word).collect(Collectors.joining(", "));
	}

	private static List<Section> sections(String exercise, PanelQuestions questions) {
		List<Section> sections = new ArrayList<>();
		int number = 0;
		for (Part part : questions.parts()) {
			List<Thing> things = part.inOrder() ? part.things()
					: Shuffle.of(part.things(), Thing::id, exercise.hashCode(), "panel " + sections.size());
			List<Item> items = new ArrayList<>();
			for (Thing thing : things) {
				number += thing.asked() ? 1 : 0;
				items.add(new Item(thing.asked() ? code(number, exercise, questions, part, thing) : "", thing));
			}
			sections.add(new Section(part, items));
		}
		return sections;
	}

	/** Begins with a letter, or a spreadsheet takes it for a number or a date. */
	private static String code(int number, String exercise, PanelQuestions questions, Part part, Thing thing) {
		CRC32 sum = new CRC32();
		String words = String.join("\n", exercise, thing.id(), thing.text(), part.ask(), part.before().toString(),
				part.things().stream().map(Thing::text).sorted().toList().toString(), questions.situation().toString(),
				questions.choices().stream().map(Choice::words).toList().toString());
		sum.update(words.getBytes(StandardCharsets.UTF_8));
		return "q%d-%04x".formatted(number, sum.getValue() & MARK);
	}

	/** One decision, or all of an exercise that is answered on one page. */
	public record Section(Part part, List<Item> items) {

		public Section {
			items = List.copyOf(items);
		}

		/** Whether it is told who says what is judged. */
		public boolean transcript() {
			return this.items.stream().anyMatch((item) -> !item.thing().speaker().isEmpty());
		}

	}

	/**
	 * One thing to judge, or a line between such things.
	 *
	 * @param code names it in the file of answers; empty if it is not judged
	 */
	public record Item(String code, Thing thing) {

		public boolean asked() {
			return !this.code.isEmpty();
		}

	}

}
