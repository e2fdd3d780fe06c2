package org.mentorprep.platform;

import java.util.List;

/**
 * The tool won't start with this configuration. Holds every problem found, so that nobody
 * has to start it once for each.
 */
public class ConfigurationRefused extends RuntimeException {

	private final List<String> problems;

	private final String action;

	public ConfigurationRefused(List<String> problems, String action) {
		super(String.join(System.lineSeparator(), problems));
		this.problems = List.copyOf(problems);
		this.action = action;
	}

	public List<String> problems() {
		return this.problems;
	}

	/** What to do about it, in one or two sentences. */
	String action() {
		return this.action;
	}

}
