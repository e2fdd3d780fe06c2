package org.mentorprep.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Puts what can be chosen in an order of its own for each attempt, so that no place in a
 * file ever gives a key away.
 */
public final class Shuffle {

	private Shuffle() {
	}

	/**
	 * @param things to be shown; their order has no say
	 * @param id of each, unique among them
	 * @param seed of the attempt
	 * @param place tells orders within one attempt apart, for example the id of a node
	 */
	public static <T> List<T> of(Collection<T> things, Function<T, String> id, long seed, String place) {
		List<T> shuffled = new ArrayList<>(things);
		shuffled.sort(Comparator.comparing(id));
		Collections.shuffle(shuffled, new Random(scatter(seed ^ scatter(place.hashCode()))));
		return List.copyOf(shuffled);
	}

	/**
	 * Neighbouring seeds of {@link Random} begin alike; this scatters them (the finaliser
	 * of SplitMix64).
	 */
	private static long scatter(long seed) {
		long mixed = seed + 0x9E3779B97F4A7C15L;
		mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
		return mixed ^ (mixed >>> 31);
	}

}
