package org.mentorprep.activity.classify;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What sorting earns that understands nothing, worked out exactly. */
public final class BlindSorting {

	private final Classify classify;

	private final List<Long> sizes;

	public BlindSorting(Classify classify) {
		this.classify = classify;
		Map<String, Long> perClass = classify.items()
			.stream()
			.collect(Collectors.groupingBy(Classify.Item::key, Collectors.counting()));
		this.sizes = List.copyOf(perClass.values());
	}

	/** What the key itself earns. */
	public double best() {
		return score(Classify.Item::key);
	}

	/** The most that one class throughout earns. */
	public double bestConstant() {
		return this.classify.classes().stream().mapToDouble((one) -> score((item) -> one.id())).max().orElseThrow();
	}

	/**
	 * The mean over all ways to sort. How many of a class are found by chance doesn't
	 * depend on the other classes, so it is enough to go through these numbers.
	 */
	public double random() {
		return random(0, 0, 1);
	}

	private double random(int from, double found, double probability) {
		if (from == this.sizes.size()) {
			return probability * ClassifyMarking.score(found / this.sizes.size(), this.sizes.size());
		}
		double sum = 0;
		long size = this.sizes.get(from);
		for (int hits = 0; hits <= size; hits++) {
			sum += random(from + 1, found + (double) hits / size, probability * chance(hits, size));
		}
		return sum;
	}

	/** The probability of so many hits among so many entries of one class. */
	private double chance(int hits, long size) {
		double hit = 1.0 / this.classify.classes().size();
		double chance = Math.pow(hit, hits) * Math.pow(1 - hit, size - hits);
		for (int i = 0; i < hits; i++) {
			chance *= (double) (size - i) / (i + 1);
		}
		return chance;
	}

	private double score(Function<Classify.Item, String> sorting) {
		return ClassifyMarking.score(this.classify.items(), sorting);
	}

}
