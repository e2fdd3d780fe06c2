package org.mentorprep.pack.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.order.Order;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/** Steps to put in order, as authors write them. */
class OrderKind implements ExerciseKind {

	@Override
	public String name() {
		return "order";
	}

	@Override
	public boolean checkReferences(YamlFile file, Problems problems) {
		return new OrderReferences(file, problems).check();
	}

	@Override
	public Activity build(JsonNode tree) {
		Map<String, String> items = new LinkedHashMap<>();
		tree.path("items")
			.propertyStream()
			.forEach((item) -> items.put(item.getKey(), ExerciseFile.text(item.getValue())));
		return new Order(ExerciseFile.paragraphs(tree.path("intro")), ExerciseFile.text(tree.path("ask")), items,
				pairs(tree), ExerciseFile.paragraphs(tree.path("feedback")));
	}

	/** The pairs of {@code before}, in either of the two ways to write one. */
	static List<Order.Pair> pairs(JsonNode tree) {
		List<Order.Pair> pairs = new ArrayList<>();
		tree.path("before")
			.forEach((pair) -> pairs
				.add(pair.isArray() ? new Order.Pair(pair.path(0).asString(), pair.path(1).asString(), "")
						: new Order.Pair(pair.path("first").asString(), pair.path("then").asString(),
								pair.has("why") ? ExerciseFile.text(pair.path("why")) : "")));
		return pairs;
	}

	@Override
	public void checkMeaning(YamlFile file, Activity activity, int passMark, Problems problems) {
		GuessingCheck.check(file, "/before", activity.strategies(), passMark, problems);
	}

	@Override
	public PanelQuestions panel(Activity activity) {
		Order order = (Order) activity;
		List<PanelQuestions.Thing> things = new ArrayList<>();
		List<PanelQuestions.Choice> places = new ArrayList<>();
		order.items().forEach((id, text) -> {
			things.add(new PanelQuestions.Thing(id, text, ""));
			String place = String.valueOf(things.size());
			places.add(PanelQuestions.Choice.written(place, place, "", things.size()));
		});
		List<PanelQuestions.Pair> pairs = order.before()
			.stream()
			.map((pair) -> new PanelQuestions.Pair(pair.first(), pair.then()))
			.toList();
		return new PanelQuestions(PanelQuestions.Rule.PLACES, order.intro(), places,
				List.of(new PanelQuestions.Part(List.of(), order.ask(), things, false)), pairs);
	}

}
