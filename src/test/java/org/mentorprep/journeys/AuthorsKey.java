package org.mentorprep.journeys;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.mentorprep.activity.classify.Classify;
import org.mentorprep.activity.dialogue.Dialogue;
import org.mentorprep.activity.dialogue.DialogueNode;
import org.mentorprep.activity.dialogue.DialogueMarking;
import org.mentorprep.activity.order.Order;
import org.mentorprep.activity.order.RightOrder;
import org.mentorprep.activity.rate.Rate;
import org.mentorprep.content.Exercise;
import org.mentorprep.content.Pack;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.pack.PackReader;
import org.mentorprep.pack.Packs;

/** What the authors of the shipped pack would answer, in the words of the pages. */
final class AuthorsKey {

	private static final Pack PACK = new PackReader().read(Packs.read("classpath:packs/mentor-prep"),
			new PackVersionId(new UUID(0, 0)));

	private AuthorsKey() {
	}

	/**
	 * Of each decision in the conversations of the pack, the option that earns this
	 * credit or is nearest to it.
	 */
	static List<String> sayings(double credit) {
		return dialogues().flatMap((dialogue) -> dialogue.nodes().values().stream())
			.map((node) -> nearest(node, credit))
			.toList();
	}

	/** The best option of each decision, but the weakest where a conversation may end. */
	static List<String> sayingsWithASlipAtTheEnd() {
		return dialogues().flatMap((dialogue) -> dialogue.nodes().values().stream())
			.map((node) -> nearest(node, ends(node) ? 0 : 1))
			.toList();
	}

	private static boolean ends(DialogueNode node) {
		return node.choices().stream().anyMatch((choice) -> choice.next().at(0).equals(Dialogue.END));
	}

	private static String nearest(DialogueNode node, double credit) {
		return node.choices()
			.stream()
			.min(Comparator.comparing((choice) -> Math.abs(DialogueMarking.credit(node, choice) - credit)))
			.orElseThrow()
			.text();
	}

	private static Stream<Dialogue> dialogues() {
		return PACK.exercises()
			.values()
			.stream()
			.map(Exercise::activity)
			.filter(Dialogue.class::isInstance)
			.map(Dialogue.class::cast);
	}

	/** The place on the scale for each response, counted from 0. */
	static Map<String, Integer> ratings(String title) {
		Map<String, Integer> places = new LinkedHashMap<>();
		for (Rate.Response response : titled(title, Rate.class).responses()) {
			places.put(response.text(), response.key().ordinal());
		}
		return places;
	}

	/** The place of the class for each entry, counted from 0. */
	static Map<String, Integer> classes(String title) {
		Classify classify = titled(title, Classify.class);
		List<String> ids = classify.classes().stream().map((one) -> one.id()).toList();
		Map<String, Integer> places = new LinkedHashMap<>();
		classify.items().forEach((item) -> places.put(item.text(), ids.indexOf(item.key())));
		return places;
	}

	/** The steps in an order in which all pairs stand right. */
	static List<String> order(String title) {
		return RightOrder.texts(titled(title, Order.class));
	}

	/**
	 * The exercise that a page is about. Which one of its pool a task brings is left to
	 * chance.
	 */
	static <T> T titled(String title, Class<T> kind) {
		return PACK.exercises()
			.values()
			.stream()
			.filter((exercise) -> exercise.title().equals(title) && kind.isInstance(exercise.activity()))
			.map((exercise) -> kind.cast(exercise.activity()))
			.findFirst()
			.orElseThrow();
	}

}
