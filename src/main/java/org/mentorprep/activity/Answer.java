package org.mentorprep.activity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What someone answered to one step: the fields of the form as the browser sent them, for
 * example {@code {choice: [moment]}}. Ids of the content, never positions, so that an
 * answer keeps its meaning.
 */
public record Answer(Map<String, List<String>> values) {

	public Answer {
		values = Map.copyOf(values);
	}

	/** The first value of a field, if there is one. */
	public Optional<String> first(String field) {
		return this.values.getOrDefault(field, List.of()).stream().findFirst();
	}

}
