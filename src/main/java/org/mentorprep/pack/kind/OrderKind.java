package org.mentorprep.pack.kind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
	public void checkReferences(YamlFile file, Problems problems) {
		List<Order.Pair> pairs = pairs(file.tree());
		Set<Set<String>> seen = new HashSet<>();
		boolean right = true;
		for (int i = 0; i < pairs.size(); i++) {
			Order.Pair pair = pairs.get(i);
			if (pair.first().isEmpty() || pair.then().isEmpty()) {
				right = false;
				continue;
			}
			for (String id : List.of(pair.first(), pair.then())) {
				if (!file.tree().path("items").has(id)) {
					problems.add(file, "/before/" + i, "There is no step " + id + ".");
					right = false;
				}
			}
			if (!seen.add(new HashSet<>(List.of(pair.first(), pair.then())))) {
				problems.add(file, "/before/" + i,
						"The pair of " + pair.first() + " and " + pair.then() + " stands twice.");
				right = false;
			}
		}
		if (right) {
			checkSomeOrderFits(file, pairs, problems);
		}
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

	/**
	 * The pairs of {@code before}, in either of the two ways to write one; without names
	 * where it is written in neither.
	 */
	private static List<Order.Pair> pairs(JsonNode tree) {
		List<Order.Pair> pairs = new ArrayList<>();
		tree.path("before")
			.forEach((pair) -> pairs.add(pair.isArray() && pair.size() == 2
					? new Order.Pair(pair.path(0).asString(""), pair.path(1).asString(""), "")
					: new Order.Pair(pair.path("first").asString(""), pair.path("then").asString(""),
							pair.path("why").isString() ? ExerciseFile.text(pair.path("why")) : "")));
		return pairs;
	}

	private static void checkSomeOrderFits(YamlFile file, List<Order.Pair> pairs, Problems problems) {
		for (int i = 0; i < pairs.size(); i++) {
			Order.Pair pair = pairs.get(i);
			if (leads(pair.then(), pair.first(), pairs, new HashSet<>())) {
				problems.add(file, "/before/" + i, "No order fits: " + pair.first() + " comes before " + pair.then()
						+ ", and by other pairs after it.");
				return;
			}
		}
	}

	/** Whether one step comes before another by one or more pairs, or is the same. */
	private static boolean leads(String from, String to, List<Order.Pair> pairs, Set<String> passed) {
		return from.equals(to) || (passed.add(from) && pairs.stream()
			.anyMatch((pair) -> pair.first().equals(from) && leads(pair.then(), to, pairs, passed)));
	}

}
