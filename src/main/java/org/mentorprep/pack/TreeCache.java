package org.mentorprep.pack;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.SchemaCheck;
import org.mentorprep.yaml.YamlFile;
import org.mentorprep.yaml.YamlReader;

/**
 * The files of one pack as trees, so that its renderings share what they have in common:
 * each file is read once, and checked by its schema once for each of its wordings.
 * Problems are told the first time only.
 */
class TreeCache {

	private final SchemaCheck schemas;

	private final Map<String, Optional<YamlFile>> read = new HashMap<>();

	private final Map<String, Map<JsonNode, Boolean>> checked = new HashMap<>();

	TreeCache(SchemaCheck schemas) {
		this.schemas = schemas;
	}

	/** The tree of a text; empty if it is none, which is a problem then. */
	Optional<YamlFile> read(String path, int firstLine, String text, Problems problems) {
		Optional<YamlFile> before = this.read.get(path);
		if (before == null) {
			before = new YamlReader(path, firstLine, problems).holdsProse().read(text);
			this.read.put(path, before);
		}
		return before;
	}

	/** Whether a file has the shape of a schema. */
	boolean check(String schema, YamlFile file, Problems problems) {
		return this.checked.computeIfAbsent(file.path(), (path) -> new HashMap<>())
			.computeIfAbsent(file.tree(), (tree) -> this.schemas.check(schema, file, problems));
	}

}
