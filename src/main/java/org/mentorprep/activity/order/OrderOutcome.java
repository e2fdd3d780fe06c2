package org.mentorprep.activity.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.mentorprep.activity.Outcome;

/**
 * What came of an order.
 *
 * @param order texts of the steps as they were put
 * @param pairs the pairs whose order matters
 * @param feedback paragraphs: what matters about the order
 */
public record OrderOutcome(List<String> intro, List<String> order, List<Pair> pairs,
		List<String> feedback) implements Outcome {

	public OrderOutcome {
		intro = List.copyOf(intro);
		order = List.copyOf(order);
		pairs = List.copyOf(pairs);
		feedback = List.copyOf(feedback);
	}

	@Override
	public String view() {
		return "order";
	}

	@Override
	public boolean hasReply() {
		return true;
	}

	/** How many pairs stand the right way. */
	public int right() {
		return this.pairs.size() - reversed().size();
	}

	/** The pairs that stand the other way round. */
	public List<Pair> reversed() {
		return this.pairs.stream().filter((pair) -> !pair.right()).toList();
	}

	/**
	 * Text of the step in most of the pairs that stand the other way round: where to look
	 * again, without the key. Empty if there is none.
	 */
	public Optional<String> lookAgain() {
		Map<String, Integer> times = new LinkedHashMap<>();
		for (Pair pair : reversed()) {
			times.merge(pair.first(), 1, Integer::sum);
			times.merge(pair.then(), 1, Integer::sum);
		}
		int most = times.values().stream().mapToInt(Integer::intValue).max().orElse(0);
		return this.order.stream().filter((text) -> times.getOrDefault(text, 0) == most && most > 0).findFirst();
	}

	/**
	 * Two steps whose order matters.
	 *
	 * @param first text of what comes earlier
	 * @param then text of what comes later
	 * @param why what goes wrong the other way round; may be empty
	 * @param right whether they stand that way
	 */
	public record Pair(String first, String then, String why, boolean right) {
	}

}
