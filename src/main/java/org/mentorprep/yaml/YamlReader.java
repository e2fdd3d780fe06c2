package org.mentorprep.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one YAML file by the core rules of YAML 1.2, as data only: no tags, no duplicate
 * keys, few aliases, little depth. Checks these limits on the stream of events, before
 * anything that recurses sees the file. What can't be read is added to the problems.
 */
public class YamlReader {

	private static final int MAX_DEPTH = 20;

	private static final int MAX_ALIASES = 20;

	private static final int MAX_PLACES = 20_000;

	private final String path;

	private final int firstLine;

	private final Problems problems;

	private final Map<String, Integer> lines = new HashMap<>();

	private boolean wholeNumbersAsText;

	private boolean holdsProse;

	/**
	 * @param firstLine the line of the file on which the text begins, from 1
	 */
	public YamlReader(String path, int firstLine, Problems problems) {
		this.path = path;
		this.firstLine = firstLine;
		this.problems = problems;
	}

	/** Takes whole numbers to the letter, as ids may look like them: {@code 007}. */
	public YamlReader wholeNumbersAsText() {
		this.wholeNumbersAsText = true;
		return this;
	}

	/** Warns where YAML leaves out what somebody may have meant as part of a text. */
	public YamlReader holdsProse() {
		this.holdsProse = true;
		return this;
	}

	/** The file as a tree; empty if it can't be read as one, which is a problem then. */
	public Optional<YamlFile> read(String text) {
		LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).setLabel(this.path).build();
		try {
			if (!withinLimits(text, settings)) {
				return Optional.empty();
			}
			Optional<Node> root = new Compose(settings).composeString(text);
			if (root.isEmpty()) {
				this.problems.add(this.path, this.firstLine, "This file is empty.");
				return Optional.empty();
			}
			JsonNode tree = tree(root.get(), "", root.get().getStartMark());
			return Optional.of(new YamlFile(this.path, tree, Map.copyOf(this.lines)));
		}
		catch (MarkedYamlEngineException ex) {
			this.problems.add(this.path, line(ex.getProblemMark()), "This is not YAML: " + ex.getProblem() + ".");
		}
		catch (YamlEngineException ex) {
			this.problems.add(this.path, this.firstLine, "This is not YAML: " + ex.getMessage() + ".");
		}
		return Optional.empty();
	}

	private boolean withinLimits(String text, LoadSettings settings) {
		int depth = 0;
		int aliases = 0;
		int documents = 0;
		Consumer<Event> lost = lostText(text);
		for (Event event : new Parse(settings).parseString(text)) {
			String trouble = null;
			if (event instanceof CollectionStartEvent start) {
				depth++;
				trouble = start.getTag().isPresent() ? "Tags (!…) are not used here." : null;
			}
			else if (event instanceof CollectionEndEvent) {
				depth--;
			}
			else if (event instanceof ScalarEvent scalar && scalar.getTag().isPresent()) {
				trouble = "Tags (!…) are not used here.";
			}
			else if (event instanceof AliasEvent && ++aliases > MAX_ALIASES) {
				trouble = "There are more than " + MAX_ALIASES + " aliases (*…) in this file.";
			}
			else if (event instanceof DocumentStartEvent && ++documents > 1) {
				trouble = "There is more than one document in this file.";
			}
			trouble = (depth > MAX_DEPTH) ? "This is nested more than " + MAX_DEPTH + " deep." : trouble;
			if (trouble != null) {
				this.problems.add(this.path, line(event.getStartMark()), trouble);
				return false;
			}
			lost.accept(event);
		}
		return true;
	}

	private Consumer<Event> lostText(String text) {
		return this.holdsProse ? new LostText(text, this.path, this.firstLine, this.problems)::look : (event) -> {
		};
	}

	private JsonNode tree(Node node, String pointer, Optional<Mark> mark) {
		if (node.isRecursive()) {
			throw new YamlEngineException("an alias (*…) stands within what it names");
		}
		this.lines.put(pointer, line(mark));
		if (this.lines.size() > MAX_PLACES) {
			throw new YamlEngineException("there is too much in it, written out or by aliases");
		}
		if (node instanceof MappingNode mapping) {
			return object(mapping, pointer);
		}
		if (node instanceof SequenceNode sequence) {
			ArrayNode array = JsonNodeFactory.instance.arrayNode();
			for (Node item : sequence.getValue()) {
				array.add(tree(item, pointer + "/" + array.size(), item.getStartMark()));
			}
			return array;
		}
		return scalar((ScalarNode) node);
	}

	private ObjectNode object(MappingNode mapping, String pointer) {
		ObjectNode object = JsonNodeFactory.instance.objectNode();
		for (NodeTuple tuple : mapping.getValue()) {
			Optional<Mark> mark = tuple.getKeyNode().getStartMark();
			if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
				this.problems.add(this.path, line(mark), "A key is a word, not a list or a map.");
				continue;
			}
			if (object.has(key.getValue())) {
				this.problems.add(this.path, line(mark), "The key " + key.getValue() + " stands here twice.");
				continue;
			}
			String place = pointer + "/" + YamlFile.escaped(key.getValue());
			object.set(key.getValue(), tree(tuple.getValueNode(), place, mark));
		}
		return object;
	}

	private JsonNode scalar(ScalarNode node) {
		JsonNodeFactory json = JsonNodeFactory.instance;
		String value = node.getValue();
		JsonNode number = number(node.getTag(), value);
		if (number != null) {
			return number;
		}
		if (node.getTag().equals(Tag.BOOL)) {
			return json.booleanNode(Boolean.parseBoolean(value));
		}
		if (node.getTag().equals(Tag.NULL)) {
			return json.nullNode();
		}
		// Folding makes one line break of a blank line; a literal block keeps both.
		return json.stringNode((node.getScalarStyle() == ScalarStyle.LITERAL) ? value : value.replace("\n", "\n\n"));
	}

	private @Nullable JsonNode number(Tag tag, String value) {
		if (tag.equals(Tag.INT) && !this.wholeNumbersAsText && value.matches("[-+]?[0-9]{1,18}")) {
			return JsonNodeFactory.instance.numberNode(new BigInteger(value));
		}
		if (tag.equals(Tag.FLOAT) && value.matches("[-+]?[0-9]{0,18}\\.?[0-9]{1,18}")) {
			return JsonNodeFactory.instance.numberNode(new BigDecimal(value));
		}
		return null;
	}

	private int line(Optional<Mark> mark) {
		return mark.map(Mark::getLine).orElse(0) + this.firstLine;
	}

}
