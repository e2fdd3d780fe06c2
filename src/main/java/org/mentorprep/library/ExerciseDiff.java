package org.mentorprep.library;

import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.mentorprep.library.PackChange.Weight;
import org.mentorprep.pack.Translation;
import org.mentorprep.yaml.YamlFile;

/**
 * What changed in an exercise. Whatever is no word for people decides what is asked or
 * how it is marked: without a list of such fields a new kind of exercise can't be
 * forgotten here.
 */
class ExerciseDiff {

	/** Says about the exercise and decides nothing in it. */
	private static final List<String> ABOUT = List.of("version", "minutes", "key", "lang");

	/** Words that may be there or not without another thing being asked. */
	private static final Set<String> SAID_BESIDES = Set.of("content_note", "hint", "intro", "feedback", "behaviour",
			"summary", "why");

	private final YamlFile before;

	private final YamlFile after;

	private final PackDiff.Found found;

	ExerciseDiff(YamlFile before, YamlFile after, PackDiff.Found found) {
		this.before = before;
		this.after = after;
		this.found = found;
	}

	void compare() {
		Map<String, Translation.Text> old = Translation.texts(this.before.tree());
		Map<String, Translation.Text> now = Translation.texts(this.after.tree());
		if (!bare(this.before.tree(), old).equals(bare(this.after.tree(), now))) {
			add(Weight.MAJOR, "What is asked or how it is marked changed.");
		}
		if (!old.keySet().containsAll(now.keySet())) {
			add(Weight.MINOR, "It says something more.");
		}
		if (!about(this.before.tree()).equals(about(this.after.tree())) || !texts(old).equals(texts(now))) {
			add(Weight.PATCH, "Its words changed.");
		}
	}

	/** The exercise without its words. */
	private static JsonNode bare(JsonNode tree, Map<String, Translation.Text> words) {
		ObjectNode bare = (ObjectNode) tree.deepCopy();
		bare.remove(ABOUT);
		words.values().forEach((word) -> {
			int slash = word.pointer().lastIndexOf('/');
			String field = word.pointer().substring(slash + 1).replace("~1", "/").replace("~0", "~");
			if (bare.at(word.pointer().substring(0, slash)) instanceof ObjectNode around) {
				if (SAID_BESIDES.contains(field)) {
					around.remove(field);
				}
				else {
					around.put(field, "");
				}
			}
		});
		return bare;
	}

	private static List<JsonNode> about(JsonNode tree) {
		return ABOUT.stream().map(tree::path).toList();
	}

	private static List<String> texts(Map<String, Translation.Text> words) {
		return words.entrySet().stream().map((word) -> word.getKey() + "=" + word.getValue().value()).sorted().toList();
	}

	private void add(Weight weight, String sentence) {
		this.found.add(weight, this.after.path(), sentence);
	}

}
