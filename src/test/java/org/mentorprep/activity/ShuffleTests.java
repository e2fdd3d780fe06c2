package org.mentorprep.activity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The order in which choices of every kind are shown. */
class ShuffleTests {

	private static final List<String> FOUR = List.of("a", "b", "c", "d");

	private static final List<String> SIX = List.of("a", "b", "c", "d", "e", "f");

	@Property(tries = 200)
	void sameSeedShowsTheSameOrder(@ForAll long seed) {
		assertThat(shuffled(FOUR, seed, "door")).isEqualTo(shuffled(FOUR, seed, "door"));
	}

	@Property(tries = 200)
	void orderInTheFileHasNoSay(@ForAll long seed) {
		List<String> turned = new ArrayList<>(FOUR);
		Collections.reverse(turned);
		assertThat(shuffled(turned, seed, "door")).isEqualTo(shuffled(FOUR, seed, "door"));
	}

	/** Or attempts that are under way would be shown in another order after an update. */
	@Test
	void orderOfASeedNeverChangesBetweenVersions() {
		assertThat(shuffled(SIX, 0, "door")).containsExactly("b", "a", "f", "c", "e", "d");
		assertThat(shuffled(SIX, 1, "door")).containsExactly("a", "c", "b", "e", "d", "f");
		assertThat(shuffled(SIX, -1, "door")).containsExactly("d", "b", "c", "a", "f", "e");
		assertThat(shuffled(SIX, 4_711, "sheet")).containsExactly("d", "b", "a", "c", "e", "f");
		assertThat(shuffled(SIX, Long.MIN_VALUE, "sheet")).containsExactly("a", "c", "b", "f", "e", "d");
		assertThat(shuffled(SIX, Long.MAX_VALUE, "start 0")).containsExactly("f", "c", "e", "b", "d", "a");
	}

	@Test
	void eachOrderComesAboutAsOftenAsAnother() {
		Map<List<String>, Integer> times = new HashMap<>();
		int draws = 24_000;
		for (long seed = 0; seed < draws; seed++) {
			times.merge(shuffled(FOUR, seed, "door"), 1, Integer::sum);
		}
		assertThat(times).hasSize(24);
		double expected = draws / 24.0;
		double chiSquare = times.values().stream().mapToDouble((n) -> (n - expected) * (n - expected) / expected).sum();
		// 23 degrees of freedom: more than 49.7 comes about once in a thousand samples.
		assertThat(chiSquare).isLessThan(49.7);
	}

	@Test
	void placesOfOneAttemptAreShuffledApartFromEachOther() {
		long same = 0;
		for (long seed = 0; seed < 2_400; seed++) {
			if (shuffled(FOUR, seed, "door").equals(shuffled(FOUR, seed, "notes"))) {
				same++;
			}
		}
		// One in 24, by chance.
		assertThat(same).isBetween(60L, 140L);
	}

	private static List<String> shuffled(List<String> things, long seed, String place) {
		return Shuffle.of(things, (thing) -> thing, seed, place);
	}

}
