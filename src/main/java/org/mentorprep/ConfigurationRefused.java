package org.mentorprep;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

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

	/**
	 * Puts a list of problems on the console instead of a stack trace. First in order,
	 * because Boot's own analysis of a binding failure would bury the sentence.
	 */
	@Order(Ordered.HIGHEST_PRECEDENCE)
	static class ConfigurationRefusedAnalyzer extends AbstractFailureAnalyzer<ConfigurationRefused> {

		@Override
		protected FailureAnalysis analyze(Throwable rootFailure, ConfigurationRefused cause) {
			String problems = cause.problems()
				.stream()
				.map((problem) -> "  - " + problem)
				.collect(Collectors.joining(System.lineSeparator()));
			String description = "The configuration is refused:" + System.lineSeparator() + System.lineSeparator()
					+ problems;
			return new FailureAnalysis(description, cause.action(), cause);
		}

	}

}
