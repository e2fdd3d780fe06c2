package org.mentorprep.activity.order;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.mentorprep.activity.Mark;

/**
 * The marking rule of orders, in one place: the share of the pairs named by the author
 * that stand the right way, beyond the half that chance earns. What no pair names may
 * stand anywhere.
 */
final class OrderMarking {

	/** What any order has right on average, whatever the pairs. */
	static final double CHANCE = 0.5;

	private OrderMarking() {
	}

	/** What an order of all ids earns. */
	static double score(List<Order.Pair> before, List<String> order) {
		return Mark.beyond(CHANCE, right(before, order));
	}

	/** The share of the pairs that stand the right way. */
	static double right(List<Order.Pair> before, List<String> order) {
		return before.stream()
			.mapToDouble((pair) -> (order.indexOf(pair.first()) < order.indexOf(pair.then())) ? 1 : 0)
			.average()
			.orElse(1);
	}

	static Mark mark(List<Order.Pair> before, List<String> order) {
		return new Mark(score(before, order), Map.of(), Set.of());
	}

}
