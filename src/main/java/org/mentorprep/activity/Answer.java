package org.mentorprep.activity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What someone answered to one step: the fields of the form as the browser sent them, for
 * example {@code {choice: [moment]}}. Ids of the content, never positions, so that an
 * answer keeps its meaning.
 */
public record Answer(Map<String, List<String>> values) {

	/** More than any form of ours sends; what is refused kindly is far below. */
	private static final int MOST_FIELDS = 200;

	private static final int MOST_CHARACTERS = 20_000;

	public Answer {
		values = Map.copyOf(values);
	}

	/** Whether it is more than any form of ours sends: nobody's own words. */
	public boolean tooLong() {
		int length = Stream.concat(this.values.keySet().stream(), this.values.values().stream().flatMap(List::stream))
			.mapToInt(String::length)
			.sum();
		return this.values.size() > MOST_FIELDS || length > MOST_CHARACTERS;
	}

	/**
	 * What somebody wrote into a field; empty if there is nothing. Browsers send line
	 * breaks as CRLF but count them as one character (HTML, section 4.10.11).
	 */
	public String text(String field) {
		return first(field).orElse("").replace("\r\n", "\n").strip();
	}

	/** The first value of a field, if there is one. */
	public Optional<String> first(String field) {
		return this.values.getOrDefault(field, List.of()).stream().findFirst();
	}

}
