package org.mentorprep.activity;

import java.util.Map;
import java.util.Set;

/**
 * The mark of one finished activity.
 *
 * @param score from 0 (worst) to 1 (best)
 * @param dimensions mean credit of each dimension that the way through touched, 0..1
 * @param flags what was noticed on the way, for example {@code judgementoring}; never
 * marked by itself
 */
public record Mark(double score, Map<Dimension, Double> dimensions, Set<String> flags) {

	/**
	 * Keeps a sum of binary fractions such as 0.7 from falling below the point it means.
	 */
	private static final double ROUNDING = 1e-9;

	public Mark {
		if (!(score >= 0 && score <= 1)) {
			throw new IllegalArgumentException("A score lies between 0 and 1, not at " + score);
		}
		dimensions = Map.copyOf(dimensions);
		flags = Set.copyOf(flags);
	}

	/**
	 * What a raw score shows beyond the best that a blind answer earns, so that there is
	 * nothing in answering without having understood anything.
	 * @param blind what the best constant answer earns, 0 to 1
	 */
	public static double beyond(double blind, double raw) {
		if (raw >= 1) {
			return 1;
		}
		return (blind >= 1) ? 0 : Math.max(0, (raw - blind) / (1 - blind));
	}

	/**
	 * The score in whole points of 100, rounded down: a mark never says more than was
	 * shown.
	 */
	public int points() {
		return points(this.score);
	}

	/**
	 * The credit of one dimension in whole points of 100; 100 if the way never touched
	 * it.
	 */
	public int points(Dimension dimension) {
		return points(this.dimensions.getOrDefault(dimension, 1.0));
	}

	private static int points(double share) {
		return (int) Math.floor(share * 100 + ROUNDING);
	}

}
