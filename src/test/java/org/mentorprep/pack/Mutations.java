package org.mentorprep.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;
import org.mentorprep.yaml.YamlReader;

/**
 * Spoils a file at every kind of place in it, by program: a field too much, too few or
 * twice, another type, nothing, too much, a number out of bounds. It knows nothing of
 * what the file means, so a new kind of file needs no new code here.
 */
final class Mutations {

	private static final Pattern FRONT = Pattern.compile("\\A---\n(.*?\n)---\n(.*)\\z", Pattern.DOTALL);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/**
	 * Fields that may be left out, and maps in which an entry more or less is no harm.
	 */
	private static final Set<String> OPTIONAL = Set.of("own_words", "flag", "tone", "role", "note", "about", "allowed",
			"content_note", "source_hash", "hint", "label", "selectable", "gte", "lte", "score", "strings",
			"variables");

	/** The same, for fields that are needed elsewhere. */
	private static final Pattern OPTIONAL_HERE = Pattern.compile("/before/[0-9]+/why|/lines/[0-9]+/feedback");

	/** Maps whose keys are names that authors give. */
	private static final Set<String> NAMED = Set.of("nodes", "cast", "dimensions", "sources", "strings", "variables",
			"tips", "classes", "labels", "items", "panel", "score");

	private static final Set<String> UNBOUNDED = Set.of("gte", "lte");

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final String path;

	private final String body;

	private final JsonNode tree;

	private final Set<String> seen = new HashSet<>();

	private final List<Mutation> mutations = new ArrayList<>();

	private Mutations(String path, String text) {
		Matcher front = FRONT.matcher(text);
		boolean page = front.matches();
		this.path = path;
		this.body = page ? front.group(2) : "";
		this.tree = read(page ? front.group(1) : text).tree();
	}

	static List<Mutation> of(String path, String text) {
		Mutations mutations = new Mutations(path, text);
		mutations.walk("", "", mutations.tree);
		return mutations.mutations;
	}

	private void walk(String pointer, String general, JsonNode node) {
		if (this.seen.add(general)) {
			mutate(pointer, node);
		}
		if (node.isArray()) {
			for (int i = 0; i < node.size(); i++) {
				walk(pointer + "/" + i, general + "/*", node.path(i));
			}
		}
		boolean named = NAMED.contains(last(general));
		node.propertyStream().forEach((entry) -> {
			String key = YamlFile.escaped(entry.getKey());
			walk(pointer + "/" + key, general + "/" + (named ? "*" : key), entry.getValue());
		});
	}

	private void mutate(String pointer, JsonNode node) {
		if (node.isObject()) {
			spoil("a field too much", pointer, pointer + "/nonsense",
					((ObjectNode) node.deepCopy()).set("nonsense", NODES.arrayNode().add(1)));
		}
		if (pointer.isEmpty()) {
			return;
		}
		spoil("another type", pointer, pointer,
				node.isContainer() ? NODES.stringNode("Non Sense") : NODES.objectNode().put("a", 1));
		if (node.isString()) {
			spoil("nothing", pointer, pointer, NODES.stringNode(""));
			spoil("too much", pointer, pointer, NODES.stringNode("x".repeat(30_000)));
		}
		if (node.isNumber() && !UNBOUNDED.contains(last(pointer))) {
			spoil("out of bounds", pointer, pointer, NODES.numberNode(-99));
			if (!last(pointer).equals("panel")) {
				spoil("out of bounds", pointer, pointer, NODES.numberNode(99_999));
			}
		}
		if (parent(pointer).isObject()) {
			drop(pointer);
			if (node.isValueNode()) {
				twice(pointer);
			}
		}
	}

	private void spoil(String what, String pointer, String at, JsonNode value) {
		JsonNode changed = this.tree.deepCopy();
		if (pointer.isEmpty()) {
			changed = value;
		}
		else if (changed.at(before(pointer)) instanceof ArrayNode array) {
			array.set(Integer.parseInt(last(pointer)), value);
		}
		else {
			((ObjectNode) changed.at(before(pointer))).set(key(pointer), value);
		}
		String text = text(changed);
		add(what, at, text, read(text).line(at));
	}

	private void drop(String pointer) {
		boolean onlyDialoguesNeedIt = pointer.equals("/dimensions") && !this.tree.has("nodes");
		if (onlyDialoguesNeedIt || OPTIONAL_HERE.matcher(pointer).matches() || OPTIONAL.contains(last(pointer))
				|| OPTIONAL.contains(last(before(pointer)))) {
			return;
		}
		JsonNode changed = this.tree.deepCopy();
		((ObjectNode) changed.at(before(pointer))).remove(key(pointer));
		add("a field too few", pointer, text(changed), 0);
	}

	private void twice(String pointer) {
		List<String> lines = new ArrayList<>(text(this.tree).lines().toList());
		int line = read(text(this.tree)).line(pointer);
		lines.add(line - 1, lines.get(line - 1).replaceFirst(",?\\s*$", ","));
		add("a field twice", pointer, String.join("\n", lines) + "\n", line + 1);
	}

	private void add(String what, String pointer, String text, int line) {
		boolean page = this.path.endsWith(".md");
		this.mutations.add(new Mutation(this.path, what + " at " + pointer,
				page ? "---\n" + text + "---\n" + this.body : text, (page && line > 0) ? line + 1 : line));
	}

	private JsonNode parent(String pointer) {
		return this.tree.at(before(pointer));
	}

	private YamlFile read(String text) {
		return new YamlReader(this.path, 1, new Problems()).read(text).orElseThrow();
	}

	private static String text(JsonNode tree) {
		return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
	}

	private static String before(String pointer) {
		return pointer.substring(0, pointer.lastIndexOf('/'));
	}

	private static String last(String pointer) {
		return pointer.substring(pointer.lastIndexOf('/') + 1);
	}

	private static String key(String pointer) {
		return last(pointer).replace("~1", "/").replace("~0", "~");
	}

	/**
	 * One spoilt file.
	 *
	 * @param line where a problem must be told; 0 if it shows elsewhere, as what is not
	 * there any more
	 */
	record Mutation(String file, String what, String text, int line) {

		@Override
		public String toString() {
			return this.file + ":" + this.line + ": " + this.what;
		}

	}

}
