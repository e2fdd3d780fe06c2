package org.mentorprep.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.ClassPathResource;

/**
 * Checks files against JSON Schemas of the class path. Reports each error with its line
 * and a plain sentence that begins with the place, such as
 * {@code platforms[1].issuer must be text.}
 */
public class SchemaCheck {

	private static final String ID = "^[a-z][a-z0-9-]{0,39}$";

	private static final String VERSION = "^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$";

	private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

	private final String folder;

	/**
	 * @param folder of the class path in which the schemas lie, for example
	 * {@code packs/schema/}
	 */
	public SchemaCheck(String folder) {
		this.folder = folder;
	}

	/**
	 * @param name first part of the schema's file name: {@code dialogue} for
	 * {@code dialogue.schema.json}
	 * @return whether the file has the right shape
	 */
	public boolean check(String name, YamlFile file, Problems problems) {
		Schema schema = this.schemas.computeIfAbsent(name, this::load);
		boolean right = true;
		for (Error error : schema.validate(file.tree(),
				(context) -> context.executionConfig((config) -> config.locale(Locale.ROOT)))) {
			// 'if' only reports which branch it took; the branch reports what is wrong.
			if (!"if".equals(error.getKeyword())) {
				String pointer = pointer(error);
				problems.add(file, pointer, YamlFile.place(pointer) + " " + what(error) + ".");
				right = false;
			}
		}
		return right;
	}

	private Schema load(String name) {
		try (InputStream schema = new ClassPathResource(this.folder + name + ".schema.json").getInputStream()) {
			return this.registry.getSchema(schema);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Where the error is: the field too much itself, not the map around it. */
	private static String pointer(Error error) {
		String pointer = error.getInstanceLocation().toString();
		boolean namesChild = List.of("additionalProperties", "propertyNames").contains(error.getKeyword())
				&& error.getProperty() != null;
		return namesChild ? pointer + "/" + YamlFile.escaped(error.getProperty()) : pointer;
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
			case "minItems", "minProperties" -> "needs at least " + entries(rule.asInt());
			case "maxItems", "maxProperties" -> "has more than " + entries(rule.asInt());
			case "uniqueItems" -> "names something twice";
			default -> "is not as the schema has it: " + error.getMessage();
		};
	}

	private static String entries(int number) {
		return number + ((number == 1) ? " entry" : " entries");
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
		return switch (pattern) {
			case ID -> "is no id: " + value + " (lower-case letters, digits and hyphens, a letter first, at most 40)";
			case VERSION -> "is no version: " + value + " (three whole numbers, for example 1.0.0)";
			default -> "is not in the right form: " + value;
		};
	}

	private static List<String> texts(JsonNode array) {
		List<String> texts = new ArrayList<>();
		array.forEach((item) -> texts.add(item.asString("")));
		return texts;
	}

}
