package org.mentorprep.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import org.mentorprep.library.PackChange.Weight;
import org.mentorprep.yaml.YamlFile;

/** What changed in what a module asks for. */
class ModuleDiff {

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

	void compare() {
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

	private void add(Weight weight, String sentence) {
		this.found.add(weight, this.path, sentence);
	}

	private static Map<String, JsonNode> tasks(JsonNode module) {
		Map<String, JsonNode> tasks = new LinkedHashMap<>();
		module.path("tasks").forEach((task) -> tasks.put(task.path("id").asString(""), task));
		return tasks;
	}

}
