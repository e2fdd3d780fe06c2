package org.mentorprep.activity.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An order in which all pairs stand right. */
public final class RightOrder {

	private RightOrder() {
	}

	/** The ids of the steps. */
	public static List<String> of(Order order) {
		List<String> left = new ArrayList<>(order.items().keySet().stream().sorted(Comparator.naturalOrder()).toList());
		List<String> ids = new ArrayList<>();
		while (!left.isEmpty()) {
			String next = left.stream().filter((id) -> isFree(id, left, order.before())).findFirst().orElseThrow();
			left.remove(next);
			ids.add(next);
		}
		return ids;
	}

	/** The texts of the steps. */
	public static List<String> texts(Order order) {
		return of(order).stream().map((id) -> order.items().get(id)).toList();
	}

	private static boolean isFree(String id, List<String> left, List<Order.Pair> before) {
		return before.stream().noneMatch((pair) -> pair.then().equals(id) && left.contains(pair.first()));
	}

}
