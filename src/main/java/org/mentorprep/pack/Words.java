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

import org.mentorprep.yaml.YamlFile;

/**
 * The words of a file that can be put into another language, each with a name made of the
 * ids around it: {@code nodes.door.choices.moment.text}. Nothing else has a name here, so
 * a translation can reach nothing else.
 */
public final class Words {

	/** What the Markdown of a page is called. */
	public static final String BODY = "body";

	private static final Set<String> FIELDS = Set.of("title", "why", "lead", "text", "name", "hint", "ask", "own_words",
			"behaviour", "summary", "feedback", "reflection", "situation", "intro", "given", "strong", "partial",
			"weak", "content_note");

	private static final Set<String> MAPS_OF_WORDS = Set.of("tips", "reply", "items");

	private final Map<String, Word> found = new LinkedHashMap<>();

	private Words() {
	}

	/** The words of a tree, by name. */
	public static Map<String, Word> of(JsonNode tree) {
		Words words = new Words();
		words.walk(tree, "", List.of(), List.of());
		return words.found;
	}

	/** Changes when the words do; what a translation was made of. */
	public static String hash(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.strip().getBytes(StandardCharsets.UTF_8));
			// The letter keeps YAML from reading a number.
			return "h" + HexFormat.of().formatHex(digest, 0, 6);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	/**
	 * @param shape the path with ids of lists left out, for an option may be called like
	 * a field
	 */
	private void walk(JsonNode node, String pointer, List<String> path, List<String> shape) {
		if (node.isString() && translatable(shape)) {
			this.found.put(String.join(".", path), new Word(pointer, node.asString()));
		}
		else if (node.isArray()) {
			for (int i = 0; i < node.size(); i++) {
				String id = node.path(i).path("id").asString(String.valueOf(i + 1));
				walk(node.path(i), pointer + "/" + i, longer(path, id), longer(shape, ""));
			}
		}
		else if (node.isObject() && !chosenFromAList(shape, node)) {
			node.propertyStream()
				.forEach((entry) -> walk(entry.getValue(), pointer + "/" + YamlFile.escaped(entry.getKey()),
						longer(path, entry.getKey()), longer(shape, entry.getKey())));
		}
	}

	private static boolean translatable(List<String> path) {
		String last = fromEnd(path, 1);
		boolean field = FIELDS.contains(last) || MAPS_OF_WORDS.contains(fromEnd(path, 2))
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

	/** A text, and its JSON pointer. */
	public record Word(String pointer, String text) {
	}

}
