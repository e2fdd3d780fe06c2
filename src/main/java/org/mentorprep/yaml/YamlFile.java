package org.mentorprep.yaml;

import java.util.HashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * A YAML file, or the front matter of a page, as a tree that knows its lines.
 *
 * @param lines the line of each JSON pointer
 */
public record YamlFile(String path, JsonNode tree, Map<String, Integer> lines) {

	/** The line of a place, or of the nearest place around it that the file has. */
	public int line(String pointer) {
		for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
			Integer line = this.lines.get(at);
			if (line != null) {
				return line;
			}
		}
		return this.lines.getOrDefault("", 1);
	}

	public String text(String field) {
		return this.tree.path(field).asString("");
	}

	/** A part of the file as a tree of its own, which knows its lines, too. */
	public YamlFile part(String pointer) {
		Map<String, Integer> inside = new HashMap<>();
		this.lines.forEach((place, line) -> {
			if (place.equals(pointer) || place.startsWith(pointer + "/")) {
				inside.put(place.substring(pointer.length()), line);
			}
		});
		return new YamlFile(this.path, this.tree.at(pointer), inside);
	}

	/** A JSON pointer as authors read it: {@code nodes.door.choices[2].text}. */
	public static String place(String pointer) {
		return SchemaSentence.place(pointer);
	}

	public static String escaped(String key) {
		return key.replace("~", "~0").replace("/", "~1");
	}

}
