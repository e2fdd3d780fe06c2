package org.mentorprep.pack;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.mentorprep.yaml.YamlFile;

/**
 * The words of one file in another language. What is not translated keeps the words of
 * its authors; keys, scores and routes always come from them.
 */
public record Translation(YamlFile file) {

	/** A tree with these words in place of its own. */
	public JsonNode over(JsonNode tree) {
		JsonNode changed = tree.deepCopy();
		Words.of(tree).forEach((name, word) -> {
			if (has(name)) {
				put(changed, word.pointer(), text(name, word.text()));
			}
		});
		return changed;
	}

	/** The translation of a text, or itself. */
	public String text(String name, String original) {
		return this.file.tree().path("strings").path(name).path("text").asString(original);
	}

	public boolean has(String name) {
		return this.file.tree().path("strings").path(name).path("text").isString();
	}

	/** How far the translation of a text has come. */
	public State state(String name, String original) {
		if (!has(name)) {
			return State.MISSING;
		}
		return hash(name).equals(Words.hash(original)) ? State.TRANSLATED : State.STALE;
	}

	/** Of what a text was translated. */
	public String hash(String name) {
		return this.file.tree().path("strings").path(name).path("source_hash").asString("");
	}

	/** The names of all texts that are translated here, with the pointer of each. */
	public Map<String, String> names() {
		Map<String, String> names = new LinkedHashMap<>();
		this.file.tree()
			.path("strings")
			.propertyNames()
			.forEach((name) -> names.put(name, "/strings/" + YamlFile.escaped(name)));
		return names;
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

	/** How far a translation has come. */
	public enum State {

		TRANSLATED, STALE, MISSING

	}

}
