package org.mentorprep.content.authoring;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects problems, so that authors see all of them at once. */
class Problems {

	private final SortedSet<Problem> found = new TreeSet<>();

	void add(String file, int line, String sentence) {
		this.found.add(new Problem(file, line, sentence));
	}

	boolean none() {
		return this.found.isEmpty();
	}

	List<Problem> inReadingOrder() {
		return List.copyOf(this.found);
	}

}
