package org.mentorprep.content;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.mentorprep.activity.Activity;

/**
 * Short questions by which somebody finds out what they know of a module already. A
 * sitting draws some of each sort from the pool; none of them is in an exercise.
 *
 * @param minutes honest estimate for one sitting
 * @param draftKey whether no panel has reviewed the keys yet, which the product says
 * @param pool all there is to draw from
 */
public record Diagnostic(int minutes, boolean draftKey, List<Item> pool) {

	/** Points of 100 from which on the reading is optional. */
	public static final int MARK = 85;

	public Diagnostic {
		pool = List.copyOf(pool);
	}

	/** The items of a sort, in the order of the file. */
	public List<Item> of(Sort sort) {
		return this.pool.stream().filter((item) -> item.sort() == sort).toList();
	}

	/**
	 * The items of some ids, in that order.
	 * @throws IllegalArgumentException if one of them is not in the pool
	 */
	public List<Item> items(Collection<String> ids) {
		return ids.stream()
			.map((id) -> this.pool.stream()
				.filter((item) -> item.id().equals(id))
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException("There is no item " + id)))
			.toList();
	}

	/**
	 * One question, marked as an exercise of its kind is.
	 *
	 * @param harmful ids of the options that would do harm; of a question that asks for
	 * ratings the keys say so
	 * @param sources full references behind it
	 */
	public record Item(String id, Sort sort, Activity question, Set<String> harmful, List<String> sources) {

		public Item {
			harmful = Set.copyOf(harmful);
			sources = List.copyOf(sources);
		}

	}

	/** What is asked for, and how many of it a sitting draws. */
	public enum Sort {

		/** To which class something belongs, of classes named in their own order. */
		CLASSIFY(3),
		/** How much each of some responses helps. */
		RATE(2),
		/** In which order. */
		ORDER(1),
		/** Which of some options is best. */
		PICK(1),
		/** What somebody would now keep to themselves. */
		HIDES(1);

		private final int drawn;

		Sort(int drawn) {
			this.drawn = drawn;
		}

		/** How many of it a sitting draws. */
		public int drawn() {
			return this.drawn;
		}

		/** Whether the options of one choice have no order of their own. */
		public boolean shuffled() {
			return this == PICK || this == HIDES;
		}

		/** How many questions a sitting has. */
		public static int drawnInAll() {
			return List.of(values()).stream().mapToInt(Sort::drawn).sum();
		}

	}

}
