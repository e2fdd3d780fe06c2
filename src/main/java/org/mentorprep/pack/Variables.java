package org.mentorprep.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * What a pack leaves open because it differs from place to place: the words for people,
 * and whether mentors assess. Declared in {@code pack.yaml}, each with a default.
 * <p>
 * Fills the placeholders in texts: <code>{{term.mentee}}</code> is the value of a
 * variable, <code>{{^term.mentee}}</code> the same with a capital letter, and what stands
 * between <code>{{#role.mentor_assesses=none|contributes}}</code> and <code>{{/}}</code>
 * is there only if the variable has one of these values. There is nothing else: no
 * nesting, no expressions, and a value is never read again.
 */
final class Variables {

	private static final int LONGEST = 80;

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");

	private final Map<String, Declared> declared;

	private final Map<String, String> values;

	private Variables(Map<String, Declared> declared, Map<String, String> values) {
		this.declared = declared;
		this.values = values;
	}

	/**
	 * The variables that a pack declares, with their defaults. Passes over what does not
	 * have the right shape, which the schema reports.
	 */
	static Variables of(JsonNode pack) {
		Map<String, Declared> declared = new LinkedHashMap<>();
		Map<String, String> values = new LinkedHashMap<>();
		pack.path("variables").propertyStream().forEach((entry) -> {
			List<String> allowed = new ArrayList<>();
			entry.getValue().path("allowed").forEach((value) -> allowed.add(value.asString("")));
			declared.put(entry.getKey(), new Declared(List.copyOf(allowed)));
			values.put(entry.getKey(), entry.getValue().path("default").asString(""));
		});
		return new Variables(declared, values);
	}

	/**
	 * The same with other values. A name may be written without its hyphens and
	 * underscores, as property sources do. What does not fit is left at its default; see
	 * {@link #unfit}.
	 */
	Variables with(Map<String, String> others) {
		Map<String, String> changed = new LinkedHashMap<>(this.values);
		this.declared.forEach((name, about) -> others.forEach((other, value) -> {
			if (same(name, other) && about.admits(value)) {
				changed.put(name, value.strip());
			}
		}));
		return new Variables(this.declared, changed);
	}

	/** One sentence for each of the values that the pack can't use. */
	List<String> unfit(Map<String, String> others) {
		List<String> sentences = new ArrayList<>();
		others.forEach((other, value) -> {
			List<Declared> meant = this.declared.entrySet()
				.stream()
				.filter((entry) -> same(entry.getKey(), other))
				.map(Map.Entry::getValue)
				.toList();
			if (meant.isEmpty()) {
				sentences.add("The pack has no variable " + other + ".");
			}
			else if (!meant.get(0).admits(value)) {
				sentences.add("The variable " + other + " can't be " + value + "; it is " + meant.get(0).words() + ".");
			}
		});
		return sentences;
	}

	/** One rendering for each value, other than the default, that texts may ask for. */
	List<Rendering> renderings() {
		List<Rendering> renderings = new ArrayList<>();
		this.declared.forEach((name, about) -> about.allowed()
			.stream()
			.filter((value) -> !value.equals(valueOf(name)))
			.forEach((value) -> renderings.add(new Rendering(null, Map.of(name, value)))));
		return renderings;
	}

	/**
	 * A tree of the same shape whose texts are filled in.
	 * @param problems gets the place and a sentence for each thing that is wrong
	 */
	JsonNode filled(JsonNode node, String pointer, BiConsumer<String, String> problems) {
		if (node.isString()) {
			return JsonNodeFactory.instance
				.stringNode(filled(node.asString(), (sentence) -> problems.accept(pointer, sentence)));
		}
		if (node.isArray()) {
			ArrayNode array = JsonNodeFactory.instance.arrayNode();
			node.forEach((item) -> array.add(filled(item, pointer + "/" + array.size(), problems)));
			return array;
		}
		if (node.isObject()) {
			ObjectNode object = JsonNodeFactory.instance.objectNode();
			node.propertyStream()
				.forEach((entry) -> object.set(entry.getKey(),
						filled(entry.getValue(), pointer + "/" + YamlFile.escaped(entry.getKey()), problems)));
			return object;
		}
		return node;
	}

	/** A text, filled in. */
	String filled(String text, Consumer<String> problems) {
		if (!text.contains("{{") && !text.contains("}}")) {
			return text;
		}
		StringBuilder filled = new StringBuilder();
		Matcher placeholder = PLACEHOLDER.matcher(text);
		boolean shown = true;
		boolean open = false;
		int from = 0;
		while (placeholder.find()) {
			append(text.substring(from, placeholder.start()), shown, filled, problems);
			from = placeholder.end();
			String words = placeholder.group(1).strip();
			if (words.startsWith("#")) {
				reportIf(open, "One {{#…}} can't stand within another.", problems);
				open = true;
				shown = holds(words.substring(1), problems);
			}
			else if (words.equals("/")) {
				reportIf(!open, "There is {{/}} without {{#…}} before it.", problems);
				open = false;
				shown = true;
			}
			else {
				append(replaced(words, problems), shown, filled, (sentence) -> {
				});
			}
		}
		reportIf(open, "{{#…}} has no {{/}} after it.", problems);
		append(text.substring(from), shown, filled, problems);
		return filled.toString();
	}

	private void append(String part, boolean shown, StringBuilder filled, Consumer<String> problems) {
		reportIf(part.contains("{{") || part.contains("}}"), "{{ and }} must enclose a variable.", problems);
		filled.append(shown ? part : "");
	}

	private String replaced(String words, Consumer<String> problems) {
		boolean capital = words.startsWith("^");
		String name = capital ? words.substring(1).strip() : words;
		if (!this.declared.containsKey(name)) {
			problems.accept("pack.yaml declares no variable " + name + ".");
			return "{{" + words + "}}";
		}
		String value = valueOf(name);
		return (capital && !value.isEmpty()) ? value.substring(0, 1).toUpperCase(Locale.ROOT) + value.substring(1)
				: value;
	}

	private boolean holds(String condition, Consumer<String> problems) {
		String[] parts = condition.split("=", 2);
		String name = parts[0].strip();
		List<String> allowed = allowed(name);
		if (parts.length < 2 || allowed.isEmpty()) {
			problems.accept(this.declared.containsKey(name)
					? "{{#" + condition + "}} must ask for values of a variable that lists what is allowed."
					: "pack.yaml declares no variable " + name + ".");
			return true;
		}
		List<String> values = List.of(parts[1].strip().split("\\s*\\|\\s*"));
		values.stream()
			.filter((value) -> !allowed.contains(value))
			.forEach((value) -> problems.accept("The variable " + name + " is never " + value + "."));
		return values.contains(valueOf(name));
	}

	private static void reportIf(boolean wrong, String sentence, Consumer<String> problems) {
		if (wrong) {
			problems.accept(sentence);
		}
	}

	String valueOf(String name) {
		return this.values.getOrDefault(name, "");
	}

	/** The values a variable can have; empty if it can be any words. */
	private List<String> allowed(String name) {
		Declared about = this.declared.get(name);
		return (about != null) ? about.allowed() : List.of();
	}

	private static boolean same(String name, String other) {
		return plain(name).equals(plain(other));
	}

	private static String plain(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
	}

	/**
	 * One variable.
	 *
	 * @param allowed its possible values; empty if it can be any words
	 */
	private record Declared(List<String> allowed) {

		boolean admits(String value) {
			return this.allowed.isEmpty()
					? !value.isBlank() && value.length() <= LONGEST
							&& value.codePoints().noneMatch(Character::isISOControl) && !value.contains("{{")
					: this.allowed.contains(value);
		}

		String words() {
			return this.allowed.isEmpty() ? "a few words, at most " + LONGEST + " characters"
					: "one of " + String.join(", ", this.allowed);
		}

	}

}
