package org.mentorprep.activity.order;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.mentorprep.activity.Mark;

/**
 * What orders earn that understand nothing, worked out over every order there is: at most
 * 40,320 for eight steps.
 */
public final class BlindOrders {

	private final List<Order.Pair> before;

	private double all;

	private double allScores;

	private double starts;

	private double turnedOver;

	private double shown;

	private double best;

	public BlindOrders(Order order) {
		this.before = order.before();
		List<String> ids = new ArrayList<>(order.items().keySet());
		Collections.sort(ids);
		permute(ids, 0);
	}

	/** What the best of all orders earns. */
	public double best() {
		return this.best;
	}

	/** Mean score of all orders. */
	public double random() {
		return this.allScores / this.all;
	}

	/** Mean score of handing in what an attempt begins with. */
	public double asShown() {
		return (this.starts == 0) ? 0 : this.shown / this.starts;
	}

	/** Mean score of turning over what an attempt begins with. */
	public double reversed() {
		return (this.starts == 0) ? 1 : this.turnedOver / this.starts;
	}

	private void permute(List<String> order, int from) {
		if (from == order.size()) {
			count(OrderMarking.right(this.before, order));
			return;
		}
		for (int i = from; i < order.size(); i++) {
			Collections.swap(order, from, i);
			permute(order, from + 1);
			Collections.swap(order, from, i);
		}
	}

	private void count(double right) {
		double score = Mark.beyond(OrderMarking.CHANCE, right);
		this.all++;
		this.allScores += score;
		this.best = Math.max(this.best, score);
		if (OrderStart.fits(right)) {
			this.starts++;
			this.shown += score;
			this.turnedOver += Mark.beyond(OrderMarking.CHANCE, 1 - right);
		}
	}

}
