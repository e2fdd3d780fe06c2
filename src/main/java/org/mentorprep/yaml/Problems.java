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

	/**
	 * Adds a problem at the line of a place.
	 * @param pointer JSON pointer of the place, for example {@code /platforms/0/issuer}
	 */
	public void add(YamlFile file, String pointer, String sentence) {
		add(file.path(), file.line(pointer), sentence);
	}

	/** Adds something that is no error. */
	public void warn(String file, int line, String sentence) {
		this.found.add(new Problem(Problem.Level.WARNING, file, line, sentence));
	}

	/** Adds something that is no error, at the line of a place. */
	public void warn(YamlFile file, String pointer, String sentence) {
		warn(file.path(), file.line(pointer), sentence);
	}

	public void addAll(Problems others) {
		this.found.addAll(others.found);
	}

	/**
	 * Adds those of the others that are not here yet, and says of each where it occurs.
	 * @param where for example {@code in cy}; stands in brackets behind the sentence
	 */
	public void addAll(Problems others, String where) {
		others.found.stream()
			.filter((problem) -> !this.found.contains(problem))
			.map((problem) -> new Problem(problem.level(), problem.file(), problem.line(),
					problem.sentence() + " (" + where + ")"))
			.toList()
			.forEach(this.found::add);
	}

	public boolean none() {
		return this.found.isEmpty();
	}

	public boolean hasErrors() {
		return this.found.stream().anyMatch(Problem::isError);
	}

	/** All of them, sorted by file and line. */
	public List<Problem> inReadingOrder() {
		return List.copyOf(this.found);
	}

}
