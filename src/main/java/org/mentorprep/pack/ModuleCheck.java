package org.mentorprep.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import org.mentorprep.pack.kind.ExerciseKind.ExerciseKinds;
import org.mentorprep.pack.kind.Options.Option;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/**
 * Checks what a module makes of its exercises: pools that are parallel, a pass rule that
 * critical dimensions can hold up, honest minutes.
 */
class ModuleCheck {

	private static final int LOWEST_FLOOR = 50;

	private final PackTrees trees;

	private final Problems problems;

	ModuleCheck(PackTrees trees, Problems problems) {
		this.trees = trees;
		this.problems = problems;
	}

	/**
	 * @param sound the exercises that can be built
	 */
	void check(List<PackTrees.ExerciseFile> sound) {
		this.trees.modules().values().forEach((module) -> {
			JsonNode tasks = module.tree().path("tasks");
			List<PackTrees.ExerciseFile> used = new ArrayList<>();
			for (int i = 0; i < tasks.size(); i++) {
				List<PackTrees.ExerciseFile> pool = pool(tasks.path(i));
				task(module, "/tasks/" + i, tasks.path(i), pool);
				used.addAll(pool);
			}
			floor(module, used);
			used.retainAll(sound);
			questions(module, used);
		});
	}

	private List<PackTrees.ExerciseFile> pool(JsonNode task) {
		return task.path("pool")
			.valueStream()
			.map((id) -> this.trees.exercise(id.asString("")))
			.flatMap(Optional::stream)
			.toList();
	}

	private void task(YamlFile module, String at, JsonNode task, List<PackTrees.ExerciseFile> pool) {
		Set<String> kinds = pool.stream().map((exercise) -> exercise.yaml().text("type")).collect(Collectors.toSet());
		if (kinds.size() > 1) {
			add(module, at + "/pool", "The exercises of a pool must be of one kind, and these are "
					+ kinds.stream().sorted().collect(Collectors.joining(" and ")) + ".");
		}
		if (task.path("pool").size() == 1) {
			warn(module, at + "/pool", "Whoever tries again gets the same exercise: a pool needs at least two.");
		}
		int minutes = task.path("minutes").asInt(0);
		for (PackTrees.ExerciseFile exercise : pool) {
			int other = exercise.yaml().tree().path("minutes").asInt(0);
			if (minutes > 0 && other > 0 && Math.abs(minutes - other) > Math.max(1, minutes / 4)) {
				warn(module, at + "/minutes", "The task says " + minutes + " minutes and its exercise " + exercise.id()
						+ " says " + other + ".");
			}
		}
	}

	private void floor(YamlFile module, List<PackTrees.ExerciseFile> used) {
		int floor = module.tree().at("/pass/floor").asInt(LOWEST_FLOOR);
		boolean critical = used.stream().anyMatch((exercise) -> !exercise.yaml().tree().path("critical").isEmpty());
		if (critical && floor < LOWEST_FLOOR) {
			add(module, "/pass/floor", "Critical dimensions need a floor of at least " + LOWEST_FLOOR + ".");
		}
	}

	/** A question mark must not give the key away. */
	private void questions(YamlFile module, List<PackTrees.ExerciseFile> used) {
		List<Option> options = used.stream()
			.flatMap((exercise) -> ExerciseKinds.of(exercise.yaml())
				.map((kind) -> kind.options(kind.build(exercise.yaml().tree())))
				.orElse(List.of())
				.stream())
			.toList();
		if (options.isEmpty()) {
			return;
		}
		if (options.stream().noneMatch((option) -> option.best() && !option.asks())) {
			add(module, "/tasks", "Every best option of this module is a question; at least one must be a statement.");
		}
		if (options.stream().noneMatch((option) -> !option.best() && option.asks())) {
			add(module, "/tasks",
					"No wrong option of this module is a question; at least one must be a good question at the wrong time.");
		}
	}

	private void add(YamlFile file, String pointer, String sentence) {
		this.problems.add(file.path(), file.line(pointer), sentence);
	}

	private void warn(YamlFile file, String pointer, String sentence) {
		this.problems.warn(file.path(), file.line(pointer), sentence);
	}

}
