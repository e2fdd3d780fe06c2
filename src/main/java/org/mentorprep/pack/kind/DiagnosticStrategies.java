package org.mentorprep.pack.kind;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import org.mentorprep.activity.Strategy;
import org.mentorprep.activity.classify.BlindSorting;
import org.mentorprep.activity.classify.Classify;
import org.mentorprep.activity.classify.Classify.ItemClass;
import org.mentorprep.activity.order.BlindOrders;
import org.mentorprep.activity.order.Order;
import org.mentorprep.activity.rate.BlindRatings;
import org.mentorprep.activity.rate.Rate;
import org.mentorprep.content.Diagnostic;
import org.mentorprep.content.Diagnostic.Item;
import org.mentorprep.content.Diagnostic.Sort;

/**
 * What a sitting earns on average, over all that may be drawn, by whoever answers without
 * having understood anything.
 */
class DiagnosticStrategies {

	private final Diagnostic diagnostic;

	DiagnosticStrategies(Diagnostic diagnostic) {
		this.diagnostic = diagnostic;
	}

	List<Strategy> strategies() {
		Comparator<String> length = Comparator.comparing(String::length);
		return List.of(new Strategy("the best answers", over(DiagnosticStrategies::best)),
				new Strategy("any answer", over(DiagnosticStrategies::random)),
				new Strategy("always the same answer", over(this::constant)),
				new Strategy("always the longest option", over((item) -> extreme(item, length))),
				new Strategy("always the shortest option", over((item) -> extreme(item, length.reversed()))));
	}

	/** Mean over a sitting, each item of a sort being as likely to be drawn. */
	private double over(ToDoubleFunction<Item> score) {
		double sum = 0;
		for (Sort sort : Sort.values()) {
			sum += sort.drawn() * this.diagnostic.of(sort).stream().mapToDouble(score).average().orElse(0);
		}
		return sum / Sort.drawnInAll();
	}

	private static double best(Item item) {
		return switch (item.sort()) {
			case RATE -> new BlindRatings((Rate) item.question()).best();
			case ORDER -> new BlindOrders((Order) item.question()).best();
			case CLASSIFY, PICK, HIDES -> new BlindSorting((Classify) item.question()).best();
		};
	}

	private static double random(Item item) {
		return switch (item.sort()) {
			case RATE -> new BlindRatings((Rate) item.question()).random();
			case ORDER -> new BlindOrders((Order) item.question()).random();
			case CLASSIFY, PICK, HIDES -> new BlindSorting((Classify) item.question()).random();
		};
	}

	/**
	 * Options that are shuffled have no place to hold on to; of the others one is taken
	 * throughout.
	 */
	private double constant(Item item) {
		return switch (item.sort()) {
			case RATE -> new BlindRatings((Rate) item.question()).bestConstant();
			case ORDER -> new BlindOrders((Order) item.question()).asShown();
			case PICK, HIDES -> random(item);
			case CLASSIFY -> mostFrequentKey();
		};
	}

	/** The share of the entries that belong in the class that most belong in. */
	private double mostFrequentKey() {
		List<String> keys = this.diagnostic.of(Sort.CLASSIFY)
			.stream()
			.map((item) -> ((Classify) item.question()).items().get(0).key())
			.toList();
		return keys.stream()
			.collect(Collectors.toMap(Function.identity(), (key) -> Collections.frequency(keys, key),
					(one, same) -> one))
			.values()
			.stream()
			.mapToDouble((times) -> (double) times / keys.size())
			.max()
			.orElse(0);
	}

	private static double extreme(Item item, Comparator<String> longest) {
		if (!item.sort().shuffled()) {
			return random(item);
		}
		Classify choice = (Classify) item.question();
		ItemClass taken = choice.classes().stream().max(Comparator.comparing(ItemClass::name, longest)).orElseThrow();
		return taken.id().equals(choice.items().get(0).key()) ? 1 : 0;
	}

}
