package org.mentorprep.activity.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.mentorprep.activity.ActivityState;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.activity.SinglePage;
import org.mentorprep.activity.Step;
import org.mentorprep.activity.Strategy;

/**
 * Steps to put in order, where several orders may be right. How it is marked stands in
 * {@link OrderMarking}, where an attempt begins in {@link OrderStart}.
 *
 * @param intro paragraphs
 * @param ask the question above the steps
 * @param items texts by id
 * @param before the pairs whose order matters
 * @param feedback paragraphs: what matters about the order
 */
public record Order(List<String> intro, String ask, Map<String, String> items, List<Pair> before,
		List<String> feedback) implements SinglePage<OrderStep> {

	/** The field that holds the order, first things first. */
	static final String FIELD = "order";

	public Order {
		intro = List.copyOf(intro);
		items = Map.copyOf(items);
		before = List.copyOf(before);
		feedback = List.copyOf(feedback);
	}

	@Override
	public String kind() {
		return "order";
	}

	@Override
	public List<Strategy> strategies() {
		BlindOrders blind = new BlindOrders(this);
		return List.of(new Strategy("the best answer", blind.best()), new Strategy("any order", blind.random()),
				new Strategy("the order as shown", blind.asShown()),
				new Strategy("the order as shown, turned over", blind.reversed()));
	}

	@Override
	public OrderStep ask(long seed) {
		List<OrderStep.Row> rows = new ArrayList<>();
		for (String id : OrderStart.of(this.items.keySet(), this.before, seed)) {
			rows.add(new OrderStep.Row(String.valueOf(rows.size() + 1), id, text(id)));
		}
		return new OrderStep(this.intro, this.ask, rows, rows, null);
	}

	@Override
	public Optional<Step> changed(ActivityState state, Answer sent) {
		return state.step().map((asked) -> ((OrderStep) asked).changed(sent));
	}

	@Override
	public Answer read(OrderStep asked, Answer sent) {
		return new Answer(Map.of(FIELD, asked.arranged(sent).stream().map(OrderStep.Row::id).toList()));
	}

	@Override
	public Marked mark(OrderStep asked, Answer answer) {
		List<String> order = answer.values().getOrDefault(FIELD, List.of());
		if (order.size() != this.items.size() || !Set.copyOf(order).equals(this.items.keySet())) {
			throw new AnswerRefused("activity.order.incomplete");
		}
		Map<String, String> texts = new LinkedHashMap<>();
		order.forEach((id) -> texts.put(id, text(id)));
		List<OrderOutcome.Pair> pairs = this.before.stream()
			.map((pair) -> new OrderOutcome.Pair(text(pair.first()), text(pair.then()), pair.why(),
					order.indexOf(pair.first()) < order.indexOf(pair.then())))
			.toList();
		return new Marked(new OrderOutcome(this.intro, List.copyOf(texts.values()), pairs, this.feedback),
				OrderMarking.mark(this.before, order));
	}

	private String text(String id) {
		return this.items.getOrDefault(id, "");
	}

	/**
	 * Two steps whose order matters.
	 *
	 * @param first id of the step that comes earlier
	 * @param then id of the step that comes later
	 * @param why what goes wrong the other way round; empty if the author left it out
	 */
	public record Pair(String first, String then, String why) {
	}

}
