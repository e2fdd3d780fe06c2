package org.mentorprep.pack;

import java.util.List;
import java.util.stream.Collectors;

import org.mentorprep.yaml.Problem;

/** A pack has problems and can't be published. Carries all of them. */
public class PackRefused extends RuntimeException {

	private final String location;

	private final transient List<Problem> problems;

	public PackRefused(String location, List<Problem> problems) {
		super("The pack in " + location + " has " + problems.size() + " problem(s):\n"
				+ problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
		this.location = location;
		this.problems = List.copyOf(problems);
	}

	public String location() {
		return this.location;
	}

	public List<Problem> problems() {
		return this.problems;
	}

}
