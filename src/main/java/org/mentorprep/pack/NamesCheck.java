package org.mentorprep.pack;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import org.mentorprep.pack.kind.ExerciseFile;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/**
 * Checks across the files of a pack that everything named exists, everything that exists
 * is named, and no name is given twice. Says nothing of what a file names, or what is
 * named in it, that can't be read: that problem is told already.
 */
class NamesCheck {

	private final PackTrees trees;

	private final Problems problems;

	NamesCheck(PackTrees trees, Problems problems) {
		this.trees = trees;
		this.problems = problems;
	}

	void check() {
		variables();
		modules();
		exercises();
		this.trees.modules().forEach(this::module);
		programmes();
		for (PackTrees.PageFile page : this.trees.pages()) {
			sources(page.front());
			if (!this.trees.hasModule(page.folder())) {
				this.problems.add(page.front().path(), 1, "There is no module.yaml in modules/" + page.folder() + ".");
			}
		}
	}

	private void variables() {
		this.trees.pack().ifPresent((pack) -> pack.tree().path("variables").propertyStream().forEach((entry) -> {
			JsonNode allowed = entry.getValue().path("allowed");
			String value = entry.getValue().path("default").asString("");
			if (!allowed.isEmpty() && allowed.valueStream().noneMatch((one) -> one.asString("").equals(value))) {
				this.problems.add(pack.path(), pack.line("/variables/" + YamlFile.escaped(entry.getKey()) + "/default"),
						"The default of " + entry.getKey() + " is not among what is allowed.");
			}
		}));
	}

	private void modules() {
		Set<String> named = new HashSet<>();
		this.trees.pack().ifPresent((pack) -> each(pack, "/modules", (pointer, folder) -> {
			named.add(folder);
			if (!this.trees.hasModule(folder)) {
				this.problems.add(pack, pointer, "There is no modules/" + folder + "/module.yaml.");
			}
		}));
		this.trees.modules().forEach((folder, module) -> {
			if (!named.contains(folder) && this.trees.pack().isPresent()) {
				this.problems.add(module.path(), 1, "pack.yaml does not name the module " + folder + ".");
			}
			if (!module.text("id").isEmpty() && !module.text("id").equals(folder)) {
				this.problems.add(module, "/id",
						"The module is called " + module.text("id") + " but its folder " + folder + ".");
			}
		});
	}

	private void module(String folder, YamlFile module) {
		Map<String, YamlFile> pages = new LinkedHashMap<>();
		for (PackTrees.PageFile page : this.trees.pagesOf(folder)) {
			YamlFile other = page.id().isEmpty() ? null : pages.putIfAbsent(page.id(), page.front());
			if (other != null) {
				twice(page.front(), "page", page.id(), other.path());
			}
		}
		Set<String> named = new HashSet<>();
		each(module, "/pages", (pointer, id) -> {
			named.add(id);
			if (!pages.containsKey(id) && !this.trees.unreadIn("modules/" + folder + "/pages/")) {
				this.problems.add(module, pointer, "There is no page " + id + " in this module.");
			}
		});
		pages.forEach((id, page) -> {
			if (!named.contains(id)) {
				this.problems.add(page, "/id", "module.yaml does not name the page " + id + ".");
			}
		});
		tasks(module);
	}

	private void tasks(YamlFile module) {
		Set<String> ids = new HashSet<>();
		Set<String> exercises = new HashSet<>();
		this.trees.exercises().forEach((exercise) -> exercises.add(exercise.id()));
		Set<String> withdrawn = new HashSet<>();
		each(module, "/yanked", (pointer, exercise) -> withdrawn.add(exercise));
		JsonNode tasks = module.tree().path("tasks");
		for (int i = 0; i < tasks.size(); i++) {
			String id = tasks.path(i).path("id").asString("");
			if (!ids.add(id)) {
				this.problems.add(module, "/tasks/" + i + "/id", "There are two tasks " + id + " in this module.");
			}
			each(module, "/tasks/" + i + "/pool", (pointer, exercise) -> {
				if (withdrawn.contains(exercise)) {
					this.problems.add(module, pointer,
							"The exercise " + exercise + " is withdrawn (yanked), so no task can be filled with it.");
				}
				if (!exercises.contains(exercise) && this.trees.unread().stream().noneMatch(ExerciseFile::isPath)) {
					this.problems.add(module, pointer, "There is no exercise " + exercise + ".");
				}
			});
		}
	}

	private void programmes() {
		this.trees.pack().filter((pack) -> pack.tree().has("programmes")).ifPresent((pack) -> {
			Set<String> modules = new LinkedHashSet<>();
			each(pack, "/modules", (pointer, module) -> modules.add(module));
			Set<String> ids = new HashSet<>();
			Set<String> used = new HashSet<>();
			for (int i = 0; i < pack.tree().path("programmes").size(); i++) {
				String at = "/programmes/" + i;
				String id = pack.tree().at(at + "/id").asString("");
				if (!ids.add(id)) {
					this.problems.add(pack, at + "/id", "There are two programmes " + id + ".");
				}
				used.addAll(modulesOf(id, pack, at, modules));
			}
			each(pack, "/modules", (pointer, module) -> {
				if (!used.contains(module)) {
					this.problems.warn(pack, pointer,
							"No programme has the module " + module + ": it can only be placed by itself.");
				}
			});
		});
	}

	/**
	 * The modules that a programme names; reports those that are not there or named
	 * twice.
	 */
	private Set<String> modulesOf(String programme, YamlFile pack, String at, Set<String> modules) {
		Set<String> named = new HashSet<>();
		for (String list : List.of("/mandatory", "/offered")) {
			each(pack, at + list, (pointer, module) -> {
				if (!modules.contains(module)) {
					this.problems.add(pack, pointer, "There is no module " + module + " in this pack.");
				}
				else if (!named.add(module)) {
					this.problems.add(pack, pointer,
							"The programme " + programme + " names the module " + module + " twice.");
				}
			});
		}
		return named;
	}

	private void exercises() {
		Set<String> pooled = new HashSet<>();
		this.trees.modules()
			.values()
			.forEach((module) -> module.tree()
				.path("tasks")
				.forEach((task) -> task.path("pool").forEach((id) -> pooled.add(id.asString("")))));
		Map<String, String> paths = new HashMap<>();
		boolean someModuleIsUnread = this.trees.unread().stream().anyMatch((path) -> path.endsWith("/module.yaml"));
		for (ExerciseFile exercise : this.trees.exercises()) {
			YamlFile yaml = exercise.yaml();
			boolean named = !exercise.id().isEmpty();
			String other = named ? paths.putIfAbsent(exercise.id(), yaml.path()) : null;
			if (other != null) {
				twice(yaml, "exercise", exercise.id(), other);
			}
			if (named && !pooled.contains(exercise.id()) && !someModuleIsUnread) {
				this.problems.add(yaml, "/id", "No task has the exercise " + exercise.id() + " in its pool.");
			}
			words(yaml);
			sources(yaml);
		}
	}

	private void words(YamlFile exercise) {
		JsonNode words = this.trees.pack().map((pack) -> pack.tree().path("dimensions")).orElse(exercise.tree());
		each(exercise, "/dimensions", (pointer, dimension) -> {
			if (!words.has(dimension) && words != exercise.tree()) {
				this.problems.add(exercise, pointer, "pack.yaml has no words for the dimension " + dimension + ".");
			}
		});
	}

	private void sources(YamlFile file) {
		sources(this.trees, this.problems, file, "/sources");
	}

	/** Looks whether the sources that a list names are there. */
	static void sources(PackTrees trees, Problems problems, YamlFile file, String list) {
		if (trees.sources().isEmpty()) {
			return;
		}
		JsonNode sources = trees.sources().get().tree().path("sources");
		each(file, list, (pointer, source) -> {
			if (!sources.has(source)) {
				problems.add(file, pointer, "sources.yaml has no " + source + ".");
			}
		});
	}

	private void twice(YamlFile file, String what, String id, String other) {
		this.problems.add(file, "/id", "The " + what + " id " + id + " is given twice; the other is in " + other + ".");
	}

	private static void each(YamlFile file, String pointer, Named named) {
		List<JsonNode> items = file.tree().at(pointer).valueStream().toList();
		for (int i = 0; i < items.size(); i++) {
			if (items.get(i).isString()) {
				named.at(pointer + "/" + i, items.get(i).asString());
			}
		}
	}

	/** What to do with a name and the place where it stands. */
	private interface Named {

		void at(String pointer, String name);

	}

}
