package org.mentorprep.registration;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

import org.mentorprep.platform.Objection;
import org.mentorprep.platform.PlainText;
import org.mentorprep.platform.PlatformEntry;
import org.mentorprep.platform.WebAddress;

/**
 * The fields of one YAML mapping, read one by one. Each returns null where it has noted a
 * problem, so that reading goes on to the next.
 */
class YamlFields {

	private final Node mapping;

	private final String path;

	private final FileProblems problems;

	private final Map<String, Node> nodes = new LinkedHashMap<>();

	YamlFields(Node mapping, String path, Set<String> known, FileProblems problems) {
		this.mapping = mapping;
		this.path = path;
		this.problems = problems;
		if (mapping instanceof MappingNode fields) {
			fields.getValue().forEach((field) -> note(field, known));
			known.stream()
				.filter((name) -> !this.nodes.containsKey(name))
				.forEach((name) -> problems.add(mapping, path(name), "is missing"));
		}
		else {
			problems.add(mapping, path.isEmpty() ? "the file" : path,
					"must hold fields (" + String.join(", ", known) + ")");
		}
	}

	private void note(NodeTuple field, Set<String> known) {
		String name = (field.getKeyNode() instanceof ScalarNode key) ? key.getValue() : "?";
		if (!known.contains(name)) {
			this.problems.add(field.getKeyNode(), path(name),
					"is not a field known here (known are " + String.join(", ", known) + ")");
		}
		else if (this.nodes.putIfAbsent(name, field.getValueNode()) != null) {
			this.problems.add(field.getKeyNode(), path(name), "stands here twice");
		}
	}

	/** The line of a field, or where the mapping begins. */
	int lineOf(String name) {
		return FileProblems.lineOf(this.nodes.getOrDefault(name, this.mapping));
	}

	String path(String name) {
		return this.path.isEmpty() ? name : this.path + "." + name;
	}

	@Nullable String text(String name, int maxLength) {
		Node node = this.nodes.get(name);
		return (node != null) ? text(node, path(name), maxLength) : null;
	}

	@Nullable URI url(String name) {
		Node node = this.nodes.get(name);
		String text = text(name, WebAddress.MAX_LENGTH);
		if (node == null || text == null) {
			return null;
		}
		Objection objection = WebAddress.objection(text);
		if (objection != null) {
			this.problems.add(node, path(name), objection.sentence());
			return null;
		}
		return URI.create(text);
	}

	/** A list with at least one entry, each once. */
	@Nullable Set<String> ids(String name) {
		Set<String> ids = new LinkedHashSet<>();
		List<Node> entries = list(name);
		for (Node entry : entries) {
			String id = text(entry, path(name), PlatformEntry.MAX_ID_LENGTH);
			if (id != null && !ids.add(id)) {
				this.problems.add(entry, path(name), "names '" + id + "' twice");
			}
		}
		if (entries.isEmpty() && this.nodes.get(name) instanceof SequenceNode list) {
			this.problems.add(list, path(name), "is empty; name at least one");
		}
		return ids.isEmpty() ? null : ids;
	}

	List<Node> list(String name) {
		Node node = this.nodes.get(name);
		if (node instanceof SequenceNode list) {
			return list.getValue();
		}
		if (node != null) {
			this.problems.add(node, path(name), "must be a list");
		}
		return List.of();
	}

	/** Whole numbers are text as well: Moodle's deployment ids look like 1. */
	private @Nullable String text(Node node, String field, int maxLength) {
		if (node.getTag().equals(Tag.NULL)) {
			this.problems.add(node, field, "is empty");
			return null;
		}
		boolean textual = node.getTag().equals(Tag.STR) || node.getTag().equals(Tag.INT);
		if (!(node instanceof ScalarNode scalar) || !textual) {
			this.problems.add(node, field, "must be text; put it in quotes if it looks like something else");
			return null;
		}
		Objection objection = PlainText.objection(scalar.getValue(), maxLength);
		if (objection != null) {
			this.problems.add(node, field, objection.sentence());
			return null;
		}
		return scalar.getValue();
	}

}
