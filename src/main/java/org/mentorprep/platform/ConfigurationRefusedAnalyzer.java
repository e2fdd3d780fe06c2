package org.mentorprep.platform;

import java.util.stream.Collectors;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Puts a list of problems on the console instead of a stack trace. First in order,
 * because Boot's own analysis of a binding failure would bury the sentence.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConfigurationRefusedAnalyzer extends AbstractFailureAnalyzer<ConfigurationRefused> {

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
