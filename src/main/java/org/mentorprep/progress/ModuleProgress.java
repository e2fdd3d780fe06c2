package org.mentorprep.progress;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.mentorprep.content.ModuleId;
import org.mentorprep.content.TaskId;

/**
 * Where someone stands in a module.
 *
 * @param points module score of 100: weighted mean of the best result of each task, a
 * task not done counting 0
 * @param completed every required task passed, now or at any time before
 * @param completedAt when it was completed first; absent if it is not
 * @param results one for each task that was finished at least once
 * @param open required tasks not passed yet; empty once completed
 */
public record ModuleProgress(ModuleId module, int points, boolean completed, @Nullable Instant completedAt,
		List<TaskResult> results, List<TaskId> open) {

	/** Whether nothing was finished yet: then there is nothing to report to anyone. */
	public boolean untouched() {
		return this.results.isEmpty() && !this.completed;
	}

	public Optional<TaskResult> result(TaskId task) {
		return this.results.stream().filter((result) -> result.task().equals(task)).findFirst();
	}

}
