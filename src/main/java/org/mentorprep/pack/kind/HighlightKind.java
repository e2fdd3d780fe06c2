package org.mentorprep.pack.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.highlight.Highlight;
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

	private static final double FEWEST_FOILS = 0.25;

	private static final double MOST_FOILS = 0.4;

	@Override
	public String name() {
		return "highlight";
	}

	@Override
	public void checkReferences(YamlFile file, Problems problems) {
		JsonNode lines = file.tree().path("lines");
		if (file.tree().path("labels").has(NONE)) {
			problems.add(file, "/labels/" + NONE,
					"A label can't be called none, for that is what a panel says of other lines.");
		}
		for (int i = 0; i < lines.size(); i++) {
			JsonNode line = lines.path(i);
			String place = "/lines/" + i;
			String id = line.path("id").asString("");
			String label = line.path("label").asString("");
			if (!label.isEmpty() && !file.tree().path("labels").has(label)) {
				problems.add(file, place + "/label", "There is no label " + label + ".");
			}
			if (!label.isEmpty() && !selectable(line)) {
				problems.add(file, place + "/label", "The line " + id + " is to be found and can't be ticked.");
			}
		}
		ExerciseFile.checkIds(file, "/lines", "lines", problems);
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
		Highlight highlight = (Highlight) activity;
		checkLabels(file, highlight, problems);
		checkFoils(file, highlight, problems);
		checkFeedback(file, highlight, problems);
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

	private static void checkLabels(YamlFile file, Highlight highlight, Problems problems) {
		highlight.labels().forEach((label) -> {
			if (highlight.units().stream().noneMatch((line) -> label.id().equals(line.label()))) {
				problems.add(file, "/labels/" + label.id(), "No line is of the kind " + label.id() + ".");
			}
		});
	}

	/** Checks that there is enough to find and enough to leave. */
	private static void checkFoils(YamlFile file, Highlight highlight, Problems problems) {
		int units = highlight.units().size();
		long foils = highlight.units().stream().filter(Highlight.Line::foil).count();
		if (foils < FEWEST_FOILS * units || foils > MOST_FOILS * units) {
			problems.add(file, "/lines", "Of the " + units + " lines that can be ticked, " + foils
					+ " are not to be found; between 25 and 40 of 100 should be.");
		}
	}

	private static void checkFeedback(YamlFile file, Highlight highlight, Problems problems) {
		for (int i = 0; i < highlight.lines().size(); i++) {
			Highlight.Line line = highlight.lines().get(i);
			if (line.label() != null && line.feedback() == null) {
				problems.add(file, "/lines/" + i, "The line " + line.id() + " is to be found and has no feedback.");
			}
		}
	}

	private static Highlight.Line line(JsonNode line) {
		String who = ExerciseFile.text(line.path("who"));
		@Nullable String label = ExerciseFile.optional(line, "label");
		return new Highlight.Line(line.path("id").asString(), who.equals(ME) ? "" : who,
				ExerciseFile.text(line.path("text")), selectable(line), label, ExerciseFile.optional(line, "feedback"));
	}

	private static boolean selectable(JsonNode line) {
		return line.path("selectable").asBoolean(line.path("who").asString("").strip().equals(ME));
	}

}
