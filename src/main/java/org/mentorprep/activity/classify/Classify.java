package org.mentorprep.activity.classify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.mentorprep.activity.Answer;
import org.mentorprep.activity.Sheet;
import org.mentorprep.activity.SinglePage;
import org.mentorprep.activity.Strategy;

/**
 * Entries to sort into classes. How it is marked stands in {@link ClassifyMarking}.
 *
 * @param intro paragraphs
 * @param ask the question above the entries
 * @param classes in the order in which they are shown
 * @param items in the order of the file, which has no say
 */
public record Classify(List<String> intro, String ask, List<ItemClass> classes,
		List<Item> items) implements SinglePage<ClassifyStep> {

	public Classify {
		intro = List.copyOf(intro);
		classes = List.copyOf(classes);
		items = List.copyOf(items);
	}

	@Override
	public String kind() {
		return "classify";
	}

	@Override
	public List<Strategy> strategies() {
		BlindSorting blind = new BlindSorting(this);
		return List.of(new Strategy("the best answer", blind.best()), new Strategy("any class", blind.random()),
				new Strategy("always the same class", blind.bestConstant()));
	}

	@Override
	public ClassifyStep ask(long seed) {
		Map<String, String> texts = new LinkedHashMap<>();
		this.items.forEach((item) -> texts.put(item.id(), item.text()));
		List<String> ids = this.classes.stream().map(ItemClass::id).toList();
		return new ClassifyStep(this.intro, this.ask, this.classes, Sheet.of(texts, ids, seed));
	}

	@Override
	public Answer read(ClassifyStep asked, Answer sent) {
		return asked.sheet().read(sent);
	}

	@Override
	public Marked mark(ClassifyStep asked, Answer answer) {
		Map<String, String> chosen = asked.sheet().chosen(answer, "activity.classify.missing");
		List<ClassifyOutcome.Sorted> sorted = chosen.entrySet()
			.stream()
			.map((entry) -> new ClassifyOutcome.Sorted(item(entry.getKey()), itemClass(item(entry.getKey()).key()),
					itemClass(entry.getValue())))
			.toList();
		return new Marked(new ClassifyOutcome(this.intro, this.classes, sorted),
				ClassifyMarking.mark(this.items, chosen));
	}

	private Item item(String id) {
		return this.items.stream().filter((item) -> item.id().equals(id)).findFirst().orElseThrow();
	}

	private ItemClass itemClass(String id) {
		return this.classes.stream().filter((one) -> one.id().equals(id)).findFirst().orElseThrow();
	}

	/**
	 * One entry to sort, as the author wrote it.
	 *
	 * @param key id of the class that it belongs in
	 * @param feedback paragraphs: why it belongs there
	 */
	public record Item(String id, String text, String key, List<String> feedback) {

		public Item {
			feedback = List.copyOf(feedback);
		}

	}

	/**
	 * A class to sort into.
	 *
	 * @param hint one line that says what belongs in it; empty if there is none
	 */
	public record ItemClass(String id, String name, String hint) {
	}

}
