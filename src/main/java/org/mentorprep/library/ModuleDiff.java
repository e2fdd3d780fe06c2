package org.mentorprep.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.mentorprep.library.PackDiff.Weight;
import org.mentorprep.pack.Translation;
import org.mentorprep.yaml.YamlFile;

/**
 * What changed in a module, or in an exercise. Of an exercise, whatever is no text for
 * people decides what is asked or how it is marked: with this rule, and no list of
 * fields, a new kind of exercise can't be forgotten here.
 */
class ModuleDiff {

	/** Fields about an exercise that decide nothing in it. */
	private static final List<String> ABOUT = List.of("version", "minutes", "key", "lang");

	/** Texts that may be there or not without another thing being asked. */
	private static final Set<String> OPTIONAL = Set.of("content_note", "hint", "intro", "feedback", "behaviour",
			"summary", "why");

	private final JsonNode before;

	private final JsonNode after;

	private final String path;

	private final PackDiff.Found found;

	ModuleDiff(YamlFile before, YamlFile after, PackDiff.Found found) {
		this.before = before.tree();
		this.after = after.tree();
		this.path = after.path();
		this.found = found;
	}

	void compareModule() {
		if (!this.before.path("pass").equals(this.after.path("pass"))) {
			add(Weight.MAJOR, "The pass rule changed.");
		}
		List<String> withdrawn = PackDiff.texts(this.before.path("yanked"));
		List<String> withdrawnNow = PackDiff.texts(this.after.path("yanked"));
		withdrawn.stream()
			.filter((exercise) -> !withdrawnNow.contains(exercise))
			.forEach((exercise) -> add(Weight.MAJOR, "The exercise " + exercise + " is not withdrawn any more."));
		withdrawnNow.stream()
			.filter((exercise) -> !withdrawn.contains(exercise))
			.forEach((exercise) -> add(Weight.PATCH, "The exercise " + exercise + " is withdrawn."));
		tasks(tasks(this.before), tasks(this.after), withdrawnNow);
		for (String words : List.of("title", "why", "lead", "pages")) {
			if (!this.before.path(words).equals(this.after.path(words))) {
				add(Weight.PATCH, "Its " + words + (words.equals("pages") ? " are" : " is") + " put otherwise.");
			}
		}
	}

	private void tasks(Map<String, JsonNode> old, Map<String, JsonNode> now, List<String> withdrawn) {
		old.forEach((id, task) -> {
			JsonNode other = now.get(id);
			if (other == null) {
				add(Weight.MAJOR, "The task " + id + " is gone.");
			}
			else {
				task(id, task, other, withdrawn);
			}
		});
		now.forEach((id, task) -> {
			if (!old.containsKey(id)) {
				boolean required = task.path("required").asBoolean();
				add(required ? Weight.MAJOR : Weight.MINOR,
						"The task " + id + (required ? " is required, too." : " is new, for those who want it."));
			}
		});
	}

	private void task(String id, JsonNode old, JsonNode now, List<String> withdrawn) {
		if (old.path("required").asBoolean() != now.path("required").asBoolean()) {
			add(Weight.MAJOR,
					"The task " + id + (now.path("required").asBoolean() ? " is" : " is no longer") + " required.");
		}
		if (old.path("weight").asDouble() != now.path("weight").asDouble()) {
			add(Weight.MAJOR, "The task " + id + " has another weight.");
		}
		List<String> pool = PackDiff.texts(old.path("pool"));
		List<String> poolNow = PackDiff.texts(now.path("pool"));
		pool.stream()
			.filter((exercise) -> !poolNow.contains(exercise) && !withdrawn.contains(exercise))
			.forEach((exercise) -> add(Weight.MAJOR, "The task " + id + " is never filled with " + exercise
					+ " any more. If it was wrong, name it under yanked."));
		poolNow.stream()
			.filter((exercise) -> !pool.contains(exercise))
			.forEach((exercise) -> add(Weight.MINOR, "The task " + id + " can be filled with " + exercise + "."));
		for (String words : List.of("title", "why", "minutes")) {
			if (!old.path(words).equals(now.path(words))) {
				add(Weight.PATCH, "The " + words + " of the task " + id + (words.equals("minutes") ? " are" : " is")
						+ " put otherwise.");
			}
		}
	}

	/** Of an exercise, or of a diagnostic, which consists of exercises. */
	void compareExercise() {
		Map<String, Translation.Text> old = Translation.texts(this.before);
		Map<String, Translation.Text> now = Translation.texts(this.after);
		if (!bare(this.before, old).equals(bare(this.after, now))) {
			add(Weight.MAJOR, "What is asked or how it is marked changed.");
		}
		if (!old.keySet().containsAll(now.keySet())) {
			add(Weight.MINOR, "It says something more.");
		}
		if (!about(this.before).equals(about(this.after)) || !texts(old).equals(texts(now))) {
			add(Weight.PATCH, "Its words changed.");
		}
	}

	/** The exercise without its texts. */
	private static JsonNode bare(JsonNode tree, Map<String, Translation.Text> words) {
		ObjectNode bare = (ObjectNode) tree.deepCopy();
		bare.remove(ABOUT);
		words.values().forEach((word) -> {
			int slash = word.pointer().lastIndexOf('/');
			String field = word.pointer().substring(slash + 1).replace("~1", "/").replace("~0", "~");
			if (bare.at(word.pointer().substring(0, slash)) instanceof ObjectNode around) {
				if (OPTIONAL.contains(field)) {
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
		this.found.add(weight, this.path, sentence);
	}

	private static Map<String, JsonNode> tasks(JsonNode module) {
		Map<String, JsonNode> tasks = new LinkedHashMap<>();
		module.path("tasks").forEach((task) -> tasks.put(task.path("id").asString(""), task));
		return tasks;
	}

}
