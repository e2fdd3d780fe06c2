package org.mentorprep.pack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.mentorprep.yaml.YamlFile;

/**
 * The texts of one file in another language. A text that is not translated stays as its
 * authors wrote it; so do keys, scores and routes, which a translation can't reach.
 */
public record Translation(YamlFile file) {

	/** The name of the Markdown of a page. */
	static final String BODY = "body";

	private static final Set<String> FIELDS = Set.of("title", "why", "lead", "text", "name", "hint", "ask", "own_words",
			"behaviour", "summary", "feedback", "reflection", "situation", "intro", "given", "strong", "partial",
			"weak", "content_note");

	private static final Set<String> MAPS_OF_TEXTS = Set.of("tips", "reply", "items");

	/**
	 * The texts of a file that can be translated. The name of each is made of the keys
	 * and ids around it, for example {@code nodes.door.choices.moment.text}.
	 */
	public static Map<String, Text> texts(JsonNode tree) {
		Map<String, Text> found = new LinkedHashMap<>();
		collect(tree, "", List.of(), List.of(), found);
		return found;
	}

	/** Changes when the text does; a translation notes the hash of what it translates. */
	static String hash(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.strip().getBytes(StandardCharsets.UTF_8));
			// The letter keeps YAML from reading a number.
			return "h" + HexFormat.of().formatHex(digest, 0, 6);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	/** A copy of the original with the translated texts in place of its own. */
	JsonNode applyTo(JsonNode original) {
		JsonNode changed = original.deepCopy();
		texts(original).forEach((name, text) -> {
			if (has(name)) {
				put(changed, text.pointer(), text(name, text.value()));
			}
		});
		return changed;
	}

	/** The translation of a text; the original if there is none. */
	String text(String name, String original) {
		return entry(name, "text").asString(original);
	}

	/** How far the translation of a text has come. */
	State state(String name, String original) {
		if (!has(name)) {
			return State.MISSING;
		}
		return hash(original).equals(entry(name, "source_hash").asString("")) ? State.TRANSLATED : State.STALE;
	}

	/** The names of all texts that are translated here, with the pointer of each. */
	Map<String, String> names() {
		Map<String, String> names = new LinkedHashMap<>();
		this.file.tree()
			.path("strings")
			.propertyNames()
			.forEach((name) -> names.put(name, "/strings/" + YamlFile.escaped(name)));
		return names;
	}

	private boolean has(String name) {
		return entry(name, "text").isString();
	}

	private JsonNode entry(String name, String field) {
		return this.file.tree().path("strings").path(name).path(field);
	}

	private static void put(JsonNode tree, String pointer, String text) {
		int slash = pointer.lastIndexOf('/');
		String key = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
		JsonNode parent = tree.at(pointer.substring(0, slash));
		if (parent instanceof ObjectNode object) {
			object.put(key, text);
		}
		else if (parent instanceof ArrayNode array) {
			array.set(Integer.parseInt(key), text);
		}
	}

	/**
	 * @param shape the path with the ids of lists left out, for an option may be called
	 * like a field
	 */
	private static void collect(JsonNode node, String pointer, List<String> path, List<String> shape,
			Map<String, Text> found) {
		if (node.isString() && translatable(shape)) {
			found.put(String.join(".", path), new Text(pointer, node.asString()));
		}
		else if (node.isArray()) {
			for (int i = 0; i < node.size(); i++) {
				String id = node.path(i).path("id").asString(String.valueOf(i + 1));
				collect(node.path(i), pointer + "/" + i, longer(path, id), longer(shape, ""), found);
			}
		}
		else if (node.isObject() && !chosenFromAList(shape, node)) {
			node.propertyStream()
				.forEach((entry) -> collect(entry.getValue(), pointer + "/" + YamlFile.escaped(entry.getKey()),
						longer(path, entry.getKey()), longer(shape, entry.getKey()), found));
		}
	}

	private static boolean translatable(List<String> path) {
		String last = fromEnd(path, 1);
		boolean field = FIELDS.contains(last) || MAPS_OF_TEXTS.contains(fromEnd(path, 2))
				|| fromEnd(path, 3).equals("say");
		boolean ending = path.equals(List.of("endings", "else"));
		boolean variable = fromEnd(path, 3).equals("variables") && last.equals("default");
		return field || ending || variable;
	}

	private static boolean chosenFromAList(List<String> path, JsonNode node) {
		return path.size() == 2 && path.get(0).equals("variables") && node.has("allowed");
	}

	private static String fromEnd(List<String> path, int place) {
		return (path.size() >= place) ? path.get(path.size() - place) : "";
	}

	private static List<String> longer(List<String> path, String next) {
		List<String> longer = new ArrayList<>(path);
		longer.add(next);
		return longer;
	}

	/**
	 * A text that can be translated.
	 *
	 * @param pointer where it stands in its file
	 */
	public record Text(String pointer, String value) {
	}

	/** How far a translation has come. */
	enum State {

		TRANSLATED,
		/** It was made of another text than the one that is there now. */
		STALE, MISSING

	}

}
