package org.mentorprep.journeys;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.mentorprep.activity.classify.Classify;
import org.mentorprep.activity.order.Order;
import org.mentorprep.activity.order.OrderPair;
import org.mentorprep.activity.rate.Rate;
import org.mentorprep.activity.rate.RateResponse;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.PublishedPackId;
import org.mentorprep.content.authoring.PackReader;
import org.mentorprep.content.authoring.Packs;

/** What the authors of the shipped pack would answer, in the words of the pages. */
final class AuthorsKey {

	private static final Pack PACK = new PackReader().read(Packs.read("classpath:packs/mentor-prep"),
			new PublishedPackId(new UUID(0, 0)));

	private AuthorsKey() {
	}

	/** The place on the scale for each response, counted from 0. */
	static Map<String, Integer> ratings(String exercise) {
		Map<String, Integer> places = new LinkedHashMap<>();
		for (RateResponse response : ((Rate) activity(exercise)).responses()) {
			places.put(response.text(), response.key().ordinal());
		}
		return places;
	}

	/** The place of the class for each entry, counted from 0. */
	static Map<String, Integer> classes(String exercise) {
		Classify classify = (Classify) activity(exercise);
		List<String> ids = classify.classes().stream().map((one) -> one.id()).toList();
		Map<String, Integer> places = new LinkedHashMap<>();
		classify.items().forEach((item) -> places.put(item.text(), ids.indexOf(item.key())));
		return places;
	}

	/** The steps in an order in which all pairs stand right. */
	static List<String> order(String exercise) {
		Order order = (Order) activity(exercise);
		List<String> left = new ArrayList<>(order.items().keySet().stream().sorted(Comparator.naturalOrder()).toList());
		List<String> texts = new ArrayList<>();
		while (!left.isEmpty()) {
			String next = left.stream().filter((id) -> isFree(id, left, order.before())).findFirst().orElseThrow();
			left.remove(next);
			texts.add(order.items().get(next));
		}
		return texts;
	}

	private static boolean isFree(String id, List<String> left, List<OrderPair> before) {
		return before.stream().noneMatch((pair) -> pair.then().equals(id) && left.contains(pair.first()));
	}

	private static Object activity(String exercise) {
		return PACK.exercise(new ExerciseId(exercise)).activity();
	}

}
