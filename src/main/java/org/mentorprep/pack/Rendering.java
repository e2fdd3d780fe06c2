package org.mentorprep.pack;

import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The language and the values of variables with which the texts of a pack are read.
 *
 * @param language of a translation, or {@code null} for the language it was written in
 * @param values of variables, by name; those that are not there have their default
 */
public record Rendering(@Nullable String language, Map<String, String> values) {

	/** As its authors wrote it, with the defaults. */
	public static final Rendering ORDINARY = new Rendering(null, Map.of());

	public Rendering {
		values = Map.copyOf(values);
	}

	/** In a language. */
	public static Rendering in(String language) {
		return new Rendering(language, Map.of());
	}

	public boolean translated() {
		return this.language != null;
	}

	/** What is special about it, for authors. */
	String description() {
		if (this.language != null) {
			return "in " + this.language;
		}
		return this.values.entrySet()
			.stream()
			.sorted(Entry.comparingByKey())
			.map((entry) -> "where " + entry.getKey() + " is " + entry.getValue())
			.collect(Collectors.joining(" and "));
	}

}
