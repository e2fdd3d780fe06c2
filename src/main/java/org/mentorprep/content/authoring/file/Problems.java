package org.mentorprep.content.authoring.file;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects problems, so that authors see all of them at once. */
public class Problems {

	private final SortedSet<Problem> found = new TreeSet<>();

	public void add(String file, int line, String sentence) {
		this.found.add(new Problem(file, line, sentence));
	}

	public boolean none() {
		return this.found.isEmpty();
	}

	public List<Problem> inReadingOrder() {
		return List.copyOf(this.found);
	}

}
