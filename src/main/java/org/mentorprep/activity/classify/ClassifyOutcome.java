package org.mentorprep.activity.classify;

import java.util.List;

import org.mentorprep.activity.Outcome;
import org.mentorprep.activity.classify.Classify.ItemClass;

/**
 * What came of sorting.
 *
 * @param sorted each entry with the class it was put in, in the order of the page
 */
public record ClassifyOutcome(List<String> intro, List<ItemClass> classes, List<Sorted> sorted) implements Outcome {

	public ClassifyOutcome {
		intro = List.copyOf(intro);
		classes = List.copyOf(classes);
		sorted = List.copyOf(sorted);
	}

	@Override
	public String view() {
		return "classify";
	}

	@Override
	public boolean hasReply() {
		return true;
	}

	/** How much of each class was found, in the order of the classes. */
	public List<Found> found() {
		return this.classes.stream().map((one) -> {
			List<Sorted> of = this.sorted.stream().filter((item) -> item.key().equals(one)).toList();
			return new Found(one, (int) of.stream().filter(Sorted::right).count(), of.size());
		}).toList();
	}

	/** What was taken for what, the most frequent first. */
	public List<Confusion> confusions() {
		return this.classes.stream()
			.flatMap((key) -> this.classes.stream().filter((chosen) -> !chosen.equals(key)).map((chosen) -> {
				long times = this.sorted.stream()
					.filter((item) -> item.key().equals(key) && item.chosen().equals(chosen))
					.count();
				return new Confusion(key, chosen, (int) times);
			}))
			.filter((confusion) -> confusion.times() > 0)
			.sorted((one, other) -> other.times() - one.times())
			.toList();
	}

	/** Whether everything is where it belongs. */
	public boolean complete() {
		return this.sorted.stream().allMatch(Sorted::right);
	}

	/** One entry, where it belongs and where it was put. */
	public record Sorted(Classify.Item item, ItemClass key, ItemClass chosen) {

		public boolean right() {
			return this.key.equals(this.chosen);
		}

	}

	/**
	 * @param found how many entries of the class were put in it
	 * @param all how many it has
	 */
	public record Found(ItemClass of, int found, int all) {
	}

	/** Entries of one class that were taken for another. */
	public record Confusion(ItemClass key, ItemClass chosen, int times) {
	}

}
