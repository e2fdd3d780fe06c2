package org.mentorprep.activity.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import org.mentorprep.activity.Shuffle;

/**
 * Where an attempt at an order begins: with at most half of the pairs the right way, so
 * that there is something to do, and at least a quarter, so that turning the list over is
 * no answer either. Among these orders each is as likely as the other.
 */
final class OrderStart {

	private static final double FEWEST = 0.25;

	/** Far more than needed: about every second order of more than two pairs will do. */
	private static final int DRAWS = 500;

	private OrderStart() {
	}

	static List<String> of(Collection<String> ids, List<Order.Pair> before, long seed) {
		List<String> order = new ArrayList<>();
		for (int draw = 0; draw < DRAWS; draw++) {
			order = new ArrayList<>(Shuffle.of(ids, (id) -> id, seed, "start " + draw));
			if (fits(OrderMarking.right(before, order))) {
				return order;
			}
		}
		if (OrderMarking.right(before, order) > OrderMarking.CHANCE) {
			Collections.reverse(order);
		}
		return order;
	}

	/** Whether an attempt may begin with this share of the pairs the right way. */
	static boolean fits(double right) {
		return right >= FEWEST && right <= OrderMarking.CHANCE;
	}

}
