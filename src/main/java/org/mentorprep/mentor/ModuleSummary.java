package org.mentorprep.mentor;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.mentorprep.attempt.AttemptId;
import org.mentorprep.attempt.Attempts.OpenAttempt;
import org.mentorprep.content.Module;
import org.mentorprep.content.Task;
import org.mentorprep.content.TaskId;
import org.mentorprep.mentor.HomePage.CarryOn;
import org.mentorprep.progress.ModuleProgress;

/**
 * How far one person is in one module: all that the home and the module's page say about
 * it.
 *
 * @param open attempts begun and not finished, the last one begun last
 */
record ModuleSummary(Module module, ModuleProgress progress, List<OpenAttempt> open) {

	ModuleProgress.State state() {
		return this.progress.state();
	}

	boolean completed() {
		return this.progress.completed();
	}

	/** Required tasks not passed yet. */
	List<Task> left() {
		return this.module.tasks().stream().filter((task) -> this.progress.open().contains(task.id())).toList();
	}

	int minutesLeft() {
		return (state() == ModuleProgress.State.NOT_STARTED) ? this.module.minutes()
				: left().stream().mapToInt(Task::minutes).sum();
	}

	/** The attempt begun last, to carry on with. */
	Optional<CarryOn> carryOn() {
		return this.open.stream()
			.filter((attempt) -> this.module.task(attempt.task()).isPresent())
			.reduce((earlier, later) -> later)
			.map((attempt) -> new CarryOn(attempt.id(), this.module.id(), this.module.title(),
					this.module.task(attempt.task()).orElseThrow().title(), attempt.recap(), left().size(),
					left().stream().mapToInt(Task::minutes).sum()));
	}

	@Nullable AttemptId open(TaskId task) {
		return this.open.stream()
			.filter((attempt) -> attempt.task().equals(task))
			.map(OpenAttempt::id)
			.findFirst()
			.orElse(null);
	}

	/** Where a mentor is in a task, as the state line says it. */
	enum TaskState {

		/** No attempt was begun. */
		NOT_STARTED,

		/** The first attempt is not finished. */
		IN_PROGRESS,

		/** Finished at least once, and not passed. */
		NOT_YET,

		/** Passed at least once. */
		PASSED

	}

}
