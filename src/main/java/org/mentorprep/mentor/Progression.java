package org.mentorprep.mentor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.mentorprep.attempt.AttemptId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.PassRule;
import org.mentorprep.content.Task;
import org.mentorprep.mentor.ModuleSummary.TaskState;
import org.mentorprep.progress.ModuleProgress.TaskResult;

/**
 * Puts the way through a module into rows: each task with its best result, and what is
 * missing by name.
 */
record Progression(ModuleSummary here, Pack pack) {

	List<ModulePage.TaskRow> tasks() {
		return this.here.module().tasks().stream().map(this::row).toList();
	}

	/** The first required task that is not passed; absent once completed. */
	ModulePage.@Nullable TaskRow next() {
		return this.here.left().stream().map(this::row).findFirst().orElse(null);
	}

	List<ModulePage.Missing> missing() {
		return this.here.left().stream().flatMap(this::missing).toList();
	}

	private Stream<ModulePage.Missing> missing(Task task) {
		PassRule rule = this.here.module().passRule();
		Optional<TaskResult> result = this.here.standing().result(task.id());
		if (result.isEmpty()) {
			return Stream
				.of(new ModulePage.Missing(ModulePage.Missing.Kind.TASK, task.title(), null, 0, rule.passMark()));
		}
		TaskResult best = result.get();
		Stream<ModulePage.Missing> total = Stream
			.of(new ModulePage.Missing(ModulePage.Missing.Kind.TOTAL, task.title(), null, best.points(),
					rule.passMark()))
			.filter((missing) -> missing.points() < missing.needed());
		Stream<ModulePage.Missing> dimensions = best.below()
			.stream()
			.map((dimension) -> new ModulePage.Missing(ModulePage.Missing.Kind.DIMENSION, task.title(),
					this.pack.nameOf(dimension), best.best().attempt().mark().points(dimension), rule.floor()));
		List<ModulePage.Missing> missing = Stream.concat(total, dimensions).toList();
		return (missing.isEmpty() && !best.passed()) ? Stream.of(new ModulePage.Missing(ModulePage.Missing.Kind.CAPPED,
				task.title(), null, best.points(), rule.passMark())) : missing.stream();
	}

	private ModulePage.TaskRow row(Task task) {
		Optional<TaskResult> result = this.here.standing().result(task.id());
		AttemptId open = this.here.open(task.id());
		return new ModulePage.TaskRow(task.id(), task.title(), task.why(), task.minutes(), task.required(),
				state(result, open), result.map(TaskResult::points).orElse(null),
				result.stream().flatMap((best) -> best.below().stream()).map(this.pack::nameOf).toList(),
				result.map(TaskResult::tries).orElse(0), result.map((best) -> best.best().attempt().id()).orElse(null),
				open);
	}

	private static TaskState state(Optional<TaskResult> result, @Nullable AttemptId open) {
		return result.map((best) -> best.passed() ? TaskState.PASSED : TaskState.NOT_YET)
			.orElse((open != null) ? TaskState.IN_PROGRESS : TaskState.NOT_STARTED);
	}

}
