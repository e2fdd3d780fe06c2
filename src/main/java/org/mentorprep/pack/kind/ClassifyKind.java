package org.mentorprep.pack.kind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.classify.Classify;
import org.mentorprep.activity.classify.Classify.ItemClass;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/** Entries to sort into classes, as authors write them. */
class ClassifyKind implements ExerciseKind {

	@Override
	public String name() {
		return "classify";
	}

	@Override
	public void checkReferences(YamlFile file, Problems problems) {
		ExerciseFile.checkIds(file, "/items", "items", problems);
		JsonNode classes = file.tree().path("classes");
		JsonNode items = file.tree().path("items");
		Set<String> used = new HashSet<>();
		for (int i = 0; i < items.size(); i++) {
			String key = items.path(i).path("key").asString("");
			used.add(key);
			if (!key.isEmpty() && !classes.has(key)) {
				problems.add(file, "/items/" + i + "/key", "There is no class " + key + ".");
			}
		}
		for (String id : classes.propertyNames()) {
			if (!used.contains(id)) {
				problems.add(file, "/classes/" + id, "No item belongs in the class " + id + ".");
			}
		}
	}

	@Override
	public Activity build(JsonNode tree) {
		List<ItemClass> classes = new ArrayList<>();
		tree.path("classes")
			.propertyStream()
			.forEach((entry) -> classes
				.add(new ItemClass(entry.getKey(), ExerciseFile.text(entry.getValue().path("name")),
						entry.getValue().has("hint") ? ExerciseFile.text(entry.getValue().path("hint")) : "")));
		List<Classify.Item> items = new ArrayList<>();
		tree.path("items")
			.forEach((item) -> items
				.add(new Classify.Item(item.path("id").asString(), ExerciseFile.text(item.path("text")),
						item.path("key").asString(), ExerciseFile.paragraphs(item.path("feedback")))));
		return new Classify(ExerciseFile.paragraphs(tree.path("intro")), ExerciseFile.text(tree.path("ask")), classes,
				items);
	}

	@Override
	public void checkMeaning(YamlFile file, Activity activity, int passMark, Problems problems) {
		GuessingCheck.check(file, "/items", activity.strategies(), passMark, problems);
	}

	@Override
	public PanelQuestions panel(Activity activity) {
		Classify classify = (Classify) activity;
		List<PanelQuestions.Choice> choices = new ArrayList<>();
		for (ItemClass one : classify.classes()) {
			choices.add(PanelQuestions.Choice.written(one.id(), one.name(), one.hint(), choices.size()));
		}
		List<PanelQuestions.Thing> things = classify.items()
			.stream()
			.map((item) -> new PanelQuestions.Thing(item.id(), item.text(), item.key()))
			.toList();
		return new PanelQuestions(PanelQuestions.Rule.CLEAR, classify.intro(), choices,
				List.of(new PanelQuestions.Part(List.of(), classify.ask(), things, false)));
	}

}
