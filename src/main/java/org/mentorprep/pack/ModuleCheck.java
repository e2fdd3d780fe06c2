package org.mentorprep.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import org.mentorprep.pack.kind.DiagnosticFile;
import org.mentorprep.pack.kind.ExerciseFile;
import org.mentorprep.pack.kind.ExerciseKind.Option;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/**
 * Checks what a module makes of its exercises: pools that are parallel, a pass rule that
 * critical dimensions can hold up, honest minutes. Checks that its diagnostic rests on
 * sources that are there and asks nothing that an exercise asks as well.
 */
class ModuleCheck {

	private static final int LOWEST_FLOOR = 50;

	/** Shorter texts, such as the name of a class, may stand anywhere. */
	private static final int SHORT = 40;

	private final PackTrees trees;

	private final Problems problems;

	ModuleCheck(PackTrees trees, Problems problems) {
		this.trees = trees;
		this.problems = problems;
	}

	/**
	 * @param sound the exercises that can be built
	 */
	void check(List<ExerciseFile> sound) {
		this.trees.modules().values().forEach((module) -> {
			JsonNode tasks = module.tree().path("tasks");
			List<ExerciseFile> used = new ArrayList<>();
			for (int i = 0; i < tasks.size(); i++) {
				List<ExerciseFile> pool = pool(tasks.path(i));
				task(module, "/tasks/" + i, tasks.path(i), pool);
				used.addAll(pool);
			}
			floor(module, used);
			used.retainAll(sound);
			questions(module, used);
		});
	}

	private List<ExerciseFile> pool(JsonNode task) {
		return task.path("pool")
			.valueStream()
			.map((id) -> this.trees.exercise(id.asString("")))
			.flatMap(Optional::stream)
			.toList();
	}

	private void task(YamlFile module, String at, JsonNode task, List<ExerciseFile> pool) {
		Set<String> kinds = pool.stream().map((exercise) -> exercise.yaml().text("type")).collect(Collectors.toSet());
		if (kinds.size() > 1) {
			this.problems.add(module, at + "/pool", "The exercises of a pool must be of one kind, and these are "
					+ kinds.stream().sorted().collect(Collectors.joining(" and ")) + ".");
		}
		if (task.path("pool").size() == 1) {
			this.problems.warn(module, at + "/pool",
					"Whoever tries again gets the same exercise: a pool needs at least two.");
		}
		int minutes = task.path("minutes").asInt(0);
		for (ExerciseFile exercise : pool) {
			int other = exercise.yaml().tree().path("minutes").asInt(0);
			if (minutes > 0 && other > 0 && Math.abs(minutes - other) > Math.max(1, minutes / 4)) {
				this.problems.warn(module, at + "/minutes", "The task says " + minutes + " minutes and its exercise "
						+ exercise.id() + " says " + other + ".");
			}
		}
	}

	private void floor(YamlFile module, List<ExerciseFile> used) {
		int floor = module.tree().at("/pass/floor").asInt(LOWEST_FLOOR);
		boolean critical = used.stream().anyMatch((exercise) -> !exercise.yaml().tree().path("critical").isEmpty());
		if (critical && floor < LOWEST_FLOOR) {
			this.problems.add(module, "/pass/floor",
					"Critical dimensions need a floor of at least " + LOWEST_FLOOR + ".");
		}
	}

	/** A question mark must not give the key away. */
	private void questions(YamlFile module, List<ExerciseFile> used) {
		List<Option> options = used.stream().flatMap((exercise) -> exercise.options().stream()).toList();
		if (options.isEmpty()) {
			return;
		}
		if (options.stream().noneMatch((option) -> option.best() && !option.asks())) {
			this.problems.add(module, "/tasks",
					"Every best option of this module is a question; at least one must be a statement.");
		}
		if (options.stream().noneMatch((option) -> !option.best() && option.asks())) {
			this.problems.add(module, "/tasks",
					"No wrong option of this module is a question; at least one must be a good question at the wrong time.");
		}
	}

	/**
	 * @param examined those that are checked for what they measure
	 */
	void checkDiagnostics(Predicate<YamlFile> examined) {
		Map<String, String> exerciseByText = exerciseByText();
		for (DiagnosticFile diagnostic : this.trees.diagnostics()) {
			YamlFile file = diagnostic.yaml();
			if (!this.trees.hasModule(diagnostic.folder())) {
				this.problems.add(file.path(), 1, "There is no module.yaml in modules/" + diagnostic.folder() + ".");
			}
			if (diagnostic.isSound(this.problems) && examined.test(file)) {
				diagnostic.checkMeaning(this.problems);
			}
			for (int i = 0; i < file.tree().path("pool").size(); i++) {
				NamesCheck.sources(this.trees, this.problems, file, "/pool/" + i + "/sources");
			}
			reused(file, exerciseByText);
		}
	}

	/**
	 * What stands in an exercise would be known from the diagnostic, or the other way.
	 */
	private void reused(YamlFile file, Map<String, String> exerciseByText) {
		Translation.texts(file.tree()).values().forEach((text) -> {
			String exercise = exerciseByText.get(normalized(text.value()));
			if (exercise != null) {
				this.problems.add(file, text.pointer(), "This also stands in the exercise " + exercise
						+ "; what a diagnostic asks must not be in an exercise.");
			}
		});
	}

	/** The id of an exercise that has a text, for each text that is not short. */
	private Map<String, String> exerciseByText() {
		Map<String, String> exercises = new HashMap<>();
		this.trees.exercises()
			.forEach((exercise) -> Translation.texts(exercise.yaml().tree())
				.values()
				.stream()
				.map((text) -> normalized(text.value()))
				.filter((text) -> text.length() > SHORT)
				.forEach((text) -> exercises.put(text, exercise.id())));
		return exercises;
	}

	private static String normalized(String text) {
		return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
	}

}
