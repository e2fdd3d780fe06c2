package org.mentorprep.activity.classify;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.mentorprep.activity.Mark;

/**
 * The marking rule of sorting, in one place: for each class the share of its entries that
 * were put in it; the mean of these over the classes, however many entries each has; and
 * of that what lies beyond one class throughout, which would earn one class's share.
 */
final class ClassifyMarking {

	private ClassifyMarking() {
	}

	/** What a way of sorting earns. */
	static double score(List<Classify.Item> items, Function<Classify.Item, String> sorting) {
		Map<String, Double> found = items.stream()
			.collect(Collectors.groupingBy(Classify.Item::key,
					Collectors.averagingDouble((item) -> sorting.apply(item).equals(item.key()) ? 1 : 0)));
		return score(found.values().stream().mapToDouble(Double::doubleValue).average().orElse(0), found.size());
	}

	/**
	 * @param found mean over the classes of the share that was found
	 * @param classes how many there are
	 */
	static double score(double found, int classes) {
		return Mark.beyond(1.0 / classes, found);
	}

	static Mark mark(List<Classify.Item> items, Map<String, String> chosen) {
		return new Mark(score(items, (item) -> chosen.getOrDefault(item.id(), "")), Map.of(), Set.of());
	}

}
