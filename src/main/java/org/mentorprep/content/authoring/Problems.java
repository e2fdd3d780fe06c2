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

	/** Whether one file has none, so that the next look at it makes sense. */
	boolean none(String file) {
		return this.found.stream().noneMatch((problem) -> problem.file().equals(file));
	}

	List<Problem> inReadingOrder() {
		return List.copyOf(this.found);
	}

}
