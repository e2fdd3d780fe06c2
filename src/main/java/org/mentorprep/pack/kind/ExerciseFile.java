package org.mentorprep.pack.kind;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.mentorprep.activity.Dimension;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/** Reads what all kinds of exercise write alike. */
public final class ExerciseFile {

	private ExerciseFile() {
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

	/** Checks that no two entries of a list are called the same. */
	final static class EntryIds {

		private EntryIds() {
		}

		/**
		 * Whether each entry has an id of its own.
		 * @param pointer the list
		 * @param what its entries are called in the plural, for the sentence
		 */
		static boolean check(YamlFile file, String pointer, String what, Problems problems) {
			Set<String> ids = new HashSet<>();
			boolean single = true;
			JsonNode entries = file.tree().at(pointer);
			for (int i = 0; i < entries.size(); i++) {
				String id = entries.path(i).path("id").asString();
				if (!ids.add(id)) {
					problems.add(file.path(), file.line(pointer + "/" + i + "/id"),
							"Two " + what + " are called " + id + ".");
					single = false;
				}
			}
			return single;
		}

	}

	/** Writes down problems at places of one file. */
	static class Placed {

		private final YamlFile file;

		private final Problems problems;

		private boolean none = true;

		Placed(YamlFile file, Problems problems) {
			this.file = file;
			this.problems = problems;
		}

		void add(String pointer, String sentence) {
			this.none = false;
			this.problems.add(this.file.path(), this.file.line(pointer), sentence);
		}

		/** Whether nothing was written down here. */
		boolean none() {
			return this.none;
		}

	}

}
