package org.mentorprep.diagnostic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import org.mentorprep.activity.Shuffle;
import org.mentorprep.content.Diagnostic;
import org.mentorprep.content.Diagnostic.Item;
import org.mentorprep.content.Diagnostic.Sort;

/**
 * Draws the items of a sitting by its seed: some of each sort, and none a second time
 * before all of its sort were seen.
 */
final class Draw {

	private Draw() {
	}

	/**
	 * @param seen ids of the items of earlier sittings, as often as they were seen
	 */
	static List<Item> of(Diagnostic diagnostic, List<String> seen, long seed) {
		List<Item> drawn = new ArrayList<>();
		for (Sort sort : Sort.values()) {
			Shuffle.of(diagnostic.of(sort), Item::id, seed, "draw " + sort)
				.stream()
				.sorted(Comparator.comparing((item) -> Collections.frequency(seen, item.id())))
				.limit(sort.drawn())
				.forEach(drawn::add);
		}
		return drawn;
	}

}
