package org.mentorprep.pack;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.mentorprep.yaml.YamlFile;

/**
 * Fills in variables: <code>{{term.mentee}}</code> is its value,
 * <code>{{^term.mentee}}</code> the same with a capital letter, and what stands between
 * <code>{{#role.mentor_assesses=none|contributes}}</code> and <code>{{/}}</code> is there
 * only if the variable has one of these values. There is nothing else: no nesting, no
 * expressions, and a value is never read again.
 */
public final class Placeholders {

	private static final Pattern MARK = Pattern.compile("\\{\\{([^{}]*)}}");

	private final Variables variables;

	public Placeholders(Variables variables) {
		this.variables = variables;
	}

	/**
	 * A tree of the same shape whose texts are filled in.
	 * @param troubles told the place and a sentence on each thing that is wrong
	 */
	public JsonNode filled(JsonNode node, String pointer, BiConsumer<String, String> troubles) {
		if (node.isString()) {
			return JsonNodeFactory.instance
				.stringNode(filled(node.asString(), (sentence) -> troubles.accept(pointer, sentence)));
		}
		if (node.isArray()) {
			ArrayNode array = JsonNodeFactory.instance.arrayNode();
			node.forEach((item) -> array.add(filled(item, pointer + "/" + array.size(), troubles)));
			return array;
		}
		if (node.isObject()) {
			ObjectNode object = JsonNodeFactory.instance.objectNode();
			node.propertyStream()
				.forEach((entry) -> object.set(entry.getKey(),
						filled(entry.getValue(), pointer + "/" + YamlFile.escaped(entry.getKey()), troubles)));
			return object;
		}
		return node;
	}

	/** A text, filled in. */
	public String filled(String text, Consumer<String> troubles) {
		if (!text.contains("{{") && !text.contains("}}")) {
			return text;
		}
		StringBuilder filled = new StringBuilder();
		Matcher mark = MARK.matcher(text);
		boolean shown = true;
		boolean open = false;
		int from = 0;
		while (mark.find()) {
			keep(text.substring(from, mark.start()), shown, filled, troubles);
			from = mark.end();
			String words = mark.group(1).strip();
			if (words.startsWith("#")) {
				say(open, "One {{#…}} can't stand within another.", troubles);
				open = true;
				shown = holds(words.substring(1), troubles);
			}
			else if (words.equals("/")) {
				say(!open, "There is {{/}} without {{#…}} before it.", troubles);
				open = false;
				shown = true;
			}
			else {
				keep(valueOf(words, troubles), shown, filled, (sentence) -> {
				});
			}
		}
		say(open, "{{#…}} has no {{/}} after it.", troubles);
		keep(text.substring(from), shown, filled, troubles);
		return filled.toString();
	}

	private void keep(String part, boolean shown, StringBuilder filled, Consumer<String> troubles) {
		say(part.contains("{{") || part.contains("}}"), "{{ and }} must enclose a variable.", troubles);
		filled.append(shown ? part : "");
	}

	private String valueOf(String words, Consumer<String> troubles) {
		boolean capital = words.startsWith("^");
		String name = capital ? words.substring(1).strip() : words;
		if (!this.variables.has(name)) {
			troubles.accept("pack.yaml declares no variable " + name + ".");
			return "{{" + words + "}}";
		}
		String value = this.variables.valueOf(name);
		return (capital && !value.isEmpty()) ? value.substring(0, 1).toUpperCase(Locale.ROOT) + value.substring(1)
				: value;
	}

	private boolean holds(String condition, Consumer<String> troubles) {
		String[] parts = condition.split("=", 2);
		String name = parts[0].strip();
		List<String> allowed = this.variables.allowed(name);
		if (parts.length < 2 || allowed.isEmpty()) {
			troubles.accept(this.variables.has(name)
					? "{{#" + condition + "}} must ask for values of a variable that lists what is allowed."
					: "pack.yaml declares no variable " + name + ".");
			return true;
		}
		List<String> values = List.of(parts[1].strip().split("\\s*\\|\\s*"));
		values.stream()
			.filter((value) -> !allowed.contains(value))
			.forEach((value) -> troubles.accept("The variable " + name + " is never " + value + "."));
		return values.contains(this.variables.valueOf(name));
	}

	private static void say(boolean wrong, String sentence, Consumer<String> troubles) {
		if (wrong) {
			troubles.accept(sentence);
		}
	}

}
