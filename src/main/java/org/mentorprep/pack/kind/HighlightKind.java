package org.mentorprep.pack.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.highlight.Highlight;
import org.mentorprep.pack.kind.ExerciseFile.EntryIds;
import org.mentorprep.pack.kind.ExerciseFile.Placed;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/** Transcripts to mark, as authors write them. */
class HighlightKind implements ExerciseKind {

	/** What files call the mentor who works the exercise. */
	private static final String ME = "me";

	/**
	 * What a panel says of lines that are not to be found; no label may be called that.
	 */
	private static final String NONE = "none";

	@Override
	public String name() {
		return "highlight";
	}

	@Override
	public boolean checkReferences(YamlFile file, Problems problems) {
		Placed here = new Placed(file, problems);
		JsonNode lines = file.tree().path("lines");
		if (file.tree().path("labels").has(NONE)) {
			here.add("/labels/" + NONE, "A label can't be called none, for that is what a panel says of other lines.");
		}
		for (int i = 0; i < lines.size(); i++) {
			JsonNode line = lines.path(i);
			String place = "/lines/" + i;
			String id = line.path("id").asString();
			String label = line.path("label").asString("");
			if (line.has("label") && !file.tree().path("labels").has(label)) {
				here.add(place + "/label", "There is no label " + label + ".");
			}
			if (line.has("label") && !selectable(line)) {
				here.add(place + "/label", "The line " + id + " is to be found and can't be ticked.");
			}
		}
		return EntryIds.check(file, "/lines", "lines", problems) && here.none();
	}

	@Override
	public Activity build(JsonNode tree) {
		List<Highlight.Label> labels = new ArrayList<>();
		tree.path("labels")
			.propertyStream()
			.forEach((label) -> labels
				.add(new Highlight.Label(label.getKey(), ExerciseFile.text(label.getValue().path("name")),
						ExerciseFile.optional(label.getValue(), "hint"))));
		List<Highlight.Line> lines = new ArrayList<>();
		tree.path("lines").forEach((line) -> lines.add(line(line)));
		return new Highlight(ExerciseFile.paragraphs(tree.path("intro")), ExerciseFile.text(tree.path("ask")), labels,
				lines);
	}

	@Override
	public void checkMeaning(YamlFile file, Activity activity, int passMark, Problems problems) {
		new HighlightMeaning(new Placed(file, problems), (Highlight) activity).check();
		GuessingCheck.check(file, "/lines", activity.strategies(), passMark, problems);
	}

	@Override
	public PanelQuestions panel(Activity activity) {
		Highlight highlight = (Highlight) activity;
		List<PanelQuestions.Choice> choices = new ArrayList<>();
		for (Highlight.Label label : highlight.labels()) {
			choices.add(PanelQuestions.Choice.written(label.id(), label.name(),
					Objects.requireNonNullElse(label.hint(), ""), choices.size()));
		}
		choices.add(PanelQuestions.Choice.spoken(NONE, "activity.panel.answer.none", choices.size()));
		List<PanelQuestions.Thing> lines = highlight.lines()
			.stream()
			.map((line) -> new PanelQuestions.Thing(line.id(), line.who(), line.text(), line.selectable(),
					Objects.requireNonNullElse(line.label(), NONE)))
			.toList();
		return new PanelQuestions(PanelQuestions.Rule.CLEAR, highlight.intro(), choices,
				List.of(new PanelQuestions.Part(List.of(), highlight.ask(), lines, true)));
	}

	private static Highlight.Line line(JsonNode line) {
		String who = ExerciseFile.text(line.path("who"));
		@Nullable String label = ExerciseFile.optional(line, "label");
		return new Highlight.Line(line.path("id").asString(), who.equals(ME) ? "" : who,
				ExerciseFile.text(line.path("text")), selectable(line), label, ExerciseFile.optional(line, "feedback"));
	}

	private static boolean selectable(JsonNode line) {
		return line.path("selectable").asBoolean(ExerciseFile.text(line.path("who")).equals(ME));
	}

}
