package org.mentorprep.pack.kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.rewrite.Rewrite;
import org.mentorprep.activity.rewrite.Rewrite.Criterion;
import org.mentorprep.activity.rewrite.Rewrite.Degree;
import org.mentorprep.activity.rewrite.Rewrite.Exemplar;
import org.mentorprep.activity.rewrite.Rewrite.Sample;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/** Remarks to rewrite, as authors write them. */
class RewriteKind implements ExerciseKind {

	/** The field of one's own text; no criterion may be called that. */
	private static final String WORDS = "words";

	@Override
	public String name() {
		return "rewrite";
	}

	@Override
	public void checkReferences(YamlFile file, Problems problems) {
		Set<String> criteria = new HashSet<>();
		JsonNode list = file.tree().path("criteria");
		for (int i = 0; i < list.size(); i++) {
			String id = list.path(i).path("id").asString("");
			criteria.add(id);
			if (id.equals(WORDS)) {
				problems.add(file, "/criteria/" + i + "/id",
						"A criterion can't be called words, for that is one's own text.");
			}
		}
		for (int i = 0; i < file.tree().path("training").size(); i++) {
			panel("/training/" + i + "/panel", file.tree().at("/training/" + i + "/panel"), criteria, file, problems);
		}
		ExerciseFile.checkIds(file, "/criteria", "criteria", problems);
	}

	@Override
	public Activity build(JsonNode tree) {
		List<Criterion> criteria = new ArrayList<>();
		tree.path("criteria")
			.forEach((criterion) -> criteria
				.add(new Criterion(criterion.path("id").asString(), ExerciseFile.text(criterion.path("text")))));
		List<Sample> training = new ArrayList<>();
		tree.path("training").forEach((sample) -> training.add(sample(sample)));
		List<Exemplar> exemplars = new ArrayList<>();
		tree.path("exemplars")
			.forEach((exemplar) -> exemplars.add(new Exemplar(ExerciseFile.text(exemplar.path("text")),
					exemplar.path("quality").asString().equals("stronger"), ExerciseFile.text(exemplar.path("why")))));
		exemplars.sort(Comparator.comparing((exemplar) -> !exemplar.stronger()));
		return new Rewrite(ExerciseFile.paragraphs(tree.path("situation")), ExerciseFile.text(tree.path("given")),
				ExerciseFile.text(tree.path("ask")), criteria, training, exemplars);
	}

	@Override
	public void checkMeaning(YamlFile file, Activity activity, int passMark, Problems problems) {
		Rewrite rewrite = (Rewrite) activity;
		if (rewrite.exemplars().stream().filter(Exemplar::stronger).count() != 1) {
			problems.add(file, "/exemplars", "One of the exemplars should be stronger and one weaker.");
		}
		if (rewrite.training().stream().flatMap((sample) -> sample.panel().values().stream()).distinct().count() == 1) {
			problems.add(file, "/training", "The panel marks everything the same, so it marks nothing.");
			return;
		}
		GuessingCheck.check(file, "/training", activity.strategies(), passMark, problems);
	}

	/** The samples by the criteria: all that is marked. */
	@Override
	public PanelQuestions panel(Activity activity) {
		Rewrite rewrite = (Rewrite) activity;
		List<PanelQuestions.Choice> choices = Arrays.stream(Degree.values())
			.map((degree) -> PanelQuestions.Choice.spoken(degree.word(), degree.messageKey(), degree.ordinal()))
			.toList();
		List<PanelQuestions.Part> parts = new ArrayList<>();
		for (Sample sample : rewrite.training()) {
			int number = parts.size() + 1;
			List<PanelQuestions.Thing> things = rewrite.criteria()
				.stream()
				.map((criterion) -> new PanelQuestions.Thing(number + " " + criterion.id(), criterion.text(),
						Objects.requireNonNull(sample.panel().get(criterion.id())).word()))
				.toList();
			parts.add(new PanelQuestions.Part(List.of(new PanelQuestions.Line("", sample.text())), "", things, true));
		}
		List<String> situation = new ArrayList<>(rewrite.situation());
		situation.addAll(List.of(rewrite.given(), rewrite.ask()));
		return new PanelQuestions(PanelQuestions.Rule.CLEAR, situation, choices, parts);
	}

	private static void panel(String at, JsonNode panel, Set<String> criteria, YamlFile file, Problems problems) {
		panel.propertyNames().forEach((criterion) -> {
			if (!criteria.contains(criterion)) {
				problems.add(file, at + "/" + criterion, "There is no criterion " + criterion + ".");
			}
		});
		criteria.stream()
			.filter((criterion) -> panel.isObject() && !criterion.isEmpty() && !panel.has(criterion))
			.forEach((criterion) -> problems.add(file, at, "The panel has no mark for " + criterion + "."));
	}

	private static Sample sample(JsonNode sample) {
		Map<String, Degree> panel = new LinkedHashMap<>();
		sample.path("panel")
			.propertyStream()
			.forEach((mark) -> panel.put(mark.getKey(), Degree.named(mark.getValue().asString()).orElseThrow()));
		return new Sample(ExerciseFile.text(sample.path("text")), panel, ExerciseFile.paragraphs(sample.path("why")));
	}

}
