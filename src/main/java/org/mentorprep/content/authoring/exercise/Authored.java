package org.mentorprep.content.authoring.exercise;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.mentorprep.activity.Dimension;

/** Reads what all kinds of exercise write alike. */
public final class Authored {

	private Authored() {
	}

	/** Text without the line breaks of the file. */
	public static String text(JsonNode node) {
		return node.asString().strip().replaceAll("\\s+", " ");
	}

	/** The text of a field that may be left out; null if it is. */
	static @Nullable String optional(JsonNode map, String field) {
		return map.has(field) ? text(map.path(field)) : null;
	}

	/** Text whose blank lines part paragraphs. */
	public static List<String> paragraphs(JsonNode node) {
		return Arrays.stream(node.asString().strip().split("\\n\\s*\\n"))
			.map((paragraph) -> paragraph.strip().replaceAll("\\s+", " "))
			.toList();
	}

	/** A list of dimension ids; empty if there is none. */
	public static Set<Dimension> dimensions(JsonNode list) {
		Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
		list.forEach((dimension) -> dimensions.add(Dimension.valueOf(dimension.asString())));
		return dimensions;
	}

	/** The texts of a map by dimension, such as tips; empty if there is none. */
	public static Map<Dimension, String> byDimension(JsonNode map) {
		Map<Dimension, String> texts = new EnumMap<>(Dimension.class);
		map.propertyStream().forEach((entry) -> texts.put(Dimension.valueOf(entry.getKey()), text(entry.getValue())));
		return texts;
	}

}
