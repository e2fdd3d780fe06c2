package org.mentorprep.yaml;

import java.util.ArrayList;
import java.util.List;

import com.networknt.schema.Error;
import tools.jackson.databind.JsonNode;

/**
 * Says an error of the schema validator in a plain sentence that begins with the place.
 */
final class SchemaSentence {

	private SchemaSentence() {
	}

	/** Where the error is: the field too much itself, not the map around it. */
	static String pointer(Error error) {
		String pointer = error.getInstanceLocation().toString();
		boolean namesChild = List.of("additionalProperties", "propertyNames").contains(error.getKeyword())
				&& error.getProperty() != null;
		return namesChild ? pointer + "/" + YamlFile.escaped(error.getProperty()) : pointer;
	}

	static String of(Error error) {
		return place(pointer(error)) + " " + what(error) + ".";
	}

	private static String what(Error error) {
		JsonNode rule = error.getSchemaNode();
		return switch (error.getKeyword()) {
			case "required" -> "has no " + error.getProperty();
			case "additionalProperties" -> "is not known here";
			case "propertyNames" -> "is not called as it must be here";
			case "type" -> "must be " + type(rule.asString(""));
			case "enum" -> "must be one of " + String.join(", ", texts(rule));
			case "const" -> "must be " + rule.asString("");
			case "pattern" -> pattern(rule.asString(""), error.getInstanceNode().asString(""));
			case "minLength" -> "must not be empty";
			case "maxLength" -> "is longer than " + rule.asInt() + " characters";
			case "minimum" -> "must be at least " + rule.asInt();
			case "exclusiveMinimum" -> "must be more than " + rule.asInt();
			case "maximum" -> "must be at most " + rule.asInt();
			case "minItems", "minProperties" ->
				"needs at least " + rule.asInt() + ((rule.asInt() == 1) ? " entry" : " entries");
			case "maxItems", "maxProperties" ->
				"has more than " + rule.asInt() + ((rule.asInt() == 1) ? " entry" : " entries");
			case "uniqueItems" -> "names something twice";
			default -> "is not as the schema has it: " + error.getMessage();
		};
	}

	private static String type(String type) {
		return switch (type) {
			case "object" -> "a map of fields";
			case "array" -> "a list";
			case "integer" -> "a whole number";
			case "number" -> "a number";
			case "boolean" -> "true or false";
			default -> "text";
		};
	}

	private static String pattern(String pattern, String value) {
		if (value.isBlank()) {
			return "must not be empty";
		}
		if (pattern.startsWith("^[a-z][a-z0-9-]")) {
			return "is no id: " + value + " (lower-case letters, digits and hyphens, a letter first, at most 40)";
		}
		if (pattern.contains("\\.")) {
			return "is no version: " + value + " (three whole numbers, for example 1.0.0)";
		}
		return "is not in the right form: " + value;
	}

	private static List<String> texts(JsonNode array) {
		List<String> texts = new ArrayList<>();
		array.forEach((item) -> texts.add(item.asString("")));
		return texts;
	}

	/** A JSON pointer as authors read it: {@code nodes.door.choices[2].text}. */
	static String place(String pointer) {
		if (pointer.isEmpty()) {
			return "This file";
		}
		StringBuilder place = new StringBuilder();
		for (String part : pointer.substring(1).split("/", -1)) {
			String key = part.replace("~1", "/").replace("~0", "~");
			if (key.matches("[0-9]+")) {
				place.append('[').append(Integer.parseInt(key) + 1).append(']');
			}
			else {
				place.append(place.isEmpty() ? "" : ".").append(key);
			}
		}
		return place.toString();
	}

}
