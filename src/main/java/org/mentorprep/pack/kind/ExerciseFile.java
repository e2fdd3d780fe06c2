package org.mentorprep.pack.kind;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.Dimension;
import org.mentorprep.pack.kind.ExerciseKind.Option;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/**
 * The file of an exercise, and how texts are written in all kinds of them.
 *
 * @param shaped whether it has the shape of the schema of its kind
 */
public record ExerciseFile(YamlFile yaml, boolean shaped) {

	private static final Pattern PATH = Pattern.compile("modules/[^/]+/exercises/[^/]+\\.yaml");

	/** Whether exercises lie there. */
	public static boolean isPath(String path) {
		return PATH.matcher(path).matches();
	}

	public String id() {
		return this.yaml.text("id");
	}

	/** Empty if there is no kind that is called as the file says. */
	public Optional<ExerciseKind> kind() {
		return ExerciseKind.of(this.yaml);
	}

	/** Whether the activity can be built; if names are the reason, adds the problems. */
	public boolean isSound(Problems problems) {
		Problems found = new Problems();
		kind().ifPresent((kind) -> kind.checkReferences(this.yaml, found));
		problems.addAll(found);
		return this.shaped && kind().isPresent() && found.none();
	}

	/** The activity of a file that is sound. */
	public Activity activity() {
		return kind().orElseThrow().build(this.yaml.tree());
	}

	/**
	 * Checks what a sound exercise measures.
	 * @param passMark points of 100 that no blind strategy may reach
	 */
	public void checkMeaning(int passMark, Problems problems) {
		kind().orElseThrow().checkMeaning(this.yaml, activity(), passMark, problems);
	}

	/** The words among which mentors choose in a sound exercise. */
	public List<Option> options() {
		return kind().orElseThrow().options(activity());
	}

	/** Text without the line breaks of the file. */
	public static String text(JsonNode node) {
		return node.asString().strip().replaceAll("\\s+", " ");
	}

	/** The text of a field that may be left out; null if it is. */
	static @Nullable String optional(JsonNode map, String field) {
		return map.has(field) ? text(map.path(field)) : null;
	}

	/** Text whose blank lines part paragraphs. */
	static List<String> paragraphs(JsonNode node) {
		return Arrays.stream(node.asString().strip().split("\\n\\s*\\n"))
			.map((paragraph) -> paragraph.strip().replaceAll("\\s+", " "))
			.toList();
	}

	/** A list of dimension ids; empty if there is none. */
	static Set<Dimension> dimensions(JsonNode list) {
		Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
		list.forEach((dimension) -> dimensions.add(Dimension.valueOf(dimension.asString())));
		return dimensions;
	}

	/** The texts of a map by dimension, such as tips; empty if there is none. */
	public static Map<Dimension, String> byDimension(JsonNode map) {
		Map<Dimension, String> texts = new EnumMap<>(Dimension.class);
		map.propertyStream().forEach((entry) -> texts.put(Dimension.valueOf(entry.getKey()), text(entry.getValue())));
		return texts;
	}

	/**
	 * Checks that no two entries of a list have the same id.
	 * @param pointer the list
	 * @param what its entries are called in the plural, for the sentence
	 */
	static void checkIds(YamlFile file, String pointer, String what, Problems problems) {
		Set<String> ids = new HashSet<>();
		JsonNode entries = file.tree().at(pointer);
		for (int i = 0; i < entries.size(); i++) {
			String id = entries.path(i).path("id").asString("");
			if (!id.isEmpty() && !ids.add(id)) {
				problems.add(file, pointer + "/" + i + "/id", "Two " + what + " are called " + id + ".");
			}
		}
	}

}
