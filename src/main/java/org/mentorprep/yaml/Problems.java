package org.mentorprep.yaml;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects problems, so that authors see all of them at once. */
public class Problems {

	private final SortedSet<Problem> found = new TreeSet<>();

	public void add(String file, int line, String sentence) {
		this.found.add(new Problem(file, line, sentence));
	}

	/** Something that does not stop a pack. */
	public void warn(String file, int line, String sentence) {
		this.found.add(new Problem(Problem.Level.WARNING, file, line, sentence));
	}

	/**
	 * Takes over what was found where the pack reads otherwise, unless it is known
	 * already.
	 * @param rendering how it reads, for example {@code in cy}
	 */
	public void addWhere(String rendering, Problems others) {
		others.found.stream()
			.filter((problem) -> !this.found.contains(problem))
			.toList()
			.forEach((problem) -> this.found.add(problem.where(rendering)));
	}

	public boolean none() {
		return this.found.isEmpty();
	}

	/** Whether one of them stops publishing. */
	public boolean stop() {
		return this.found.stream().anyMatch(Problem::stopsPublishing);
	}

	public List<Problem> inReadingOrder() {
		return List.copyOf(this.found);
	}

}
