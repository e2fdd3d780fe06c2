package org.mentorprep.yaml;

import java.util.HashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * A YAML file, or a part of one, as a tree that knows its lines.
 *
 * @param path name or path of the file, as its author knows it
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

	/** The text of a field at the top; empty if there is none. */
	public String text(String field) {
		return this.tree.path(field).asString("");
	}

	/** A part of the file as a tree of its own; its pointers begin at that part. */
	public YamlFile part(String pointer) {
		Map<String, Integer> inside = new HashMap<>();
		this.lines.forEach((place, line) -> {
			if (place.equals(pointer) || place.startsWith(pointer + "/")) {
				inside.put(place.substring(pointer.length()), line);
			}
		});
		return new YamlFile(this.path, this.tree.at(pointer), inside);
	}

	/**
	 * A JSON pointer as authors read it: {@code nodes.door.choices[2].text}; the whole
	 * file is {@code This file}.
	 */
	public static String place(String pointer) {
		if (pointer.isEmpty()) {
			return "This file";
		}
		StringBuilder place = new StringBuilder();
		for (String part : pointer.substring(1).split("/", -1)) {
			String key = part.replace("~1", "/").replace("~0", "~");
			if (key.matches("[0-9]{1,9}")) {
				place.append('[').append(Integer.parseInt(key) + 1).append(']');
			}
			else {
				place.append(place.isEmpty() ? "" : ".").append(key);
			}
		}
		return place.toString();
	}

	/** A key as it stands in a JSON pointer. */
	public static String escaped(String key) {
		return key.replace("~", "~0").replace("/", "~1");
	}

}
