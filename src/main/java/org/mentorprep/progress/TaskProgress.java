package org.mentorprep.progress;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.mentorprep.attempt.AttemptId;
import org.mentorprep.attempt.AttemptResult;
import org.mentorprep.attempt.Attempts.AttemptSummary;
import org.mentorprep.content.Module;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.Task;
import org.mentorprep.content.TaskId;
import org.mentorprep.progress.ModuleProgress.TaskResult;

/**
 * How far someone is in one task of a module. Pure. Its components are kept as JSON, and
 * rows keep their form.
 *
 * @param required whether the module is not completed before this task is passed
 * @param open the attempt to carry on with; absent if there is none
 * @param tries how often the task was finished
 * @param best the attempt that counts, as {@link AttemptResult#best} finds it; absent
 * before one is finished
 * @param passedAt when the task was passed first; absent if it was not
 * @param passedOn the version on which it was passed first; absent if it was not
 * @param withdrawn whether it was finished with an exercise that is withdrawn now
 */
public record TaskProgress(TaskId task, boolean required, @Nullable AttemptId open, int tries,
		@Nullable AttemptResult best, @Nullable Instant passedAt, @Nullable PackVersionId passedOn, boolean withdrawn) {

	static TaskProgress none(Task task) {
		return new TaskProgress(task.id(), task.required(), null, 0, null, null, null, false);
	}

	/** The same with one more attempt at it, begun or finished. */
	TaskProgress with(Module module, AttemptSummary attempt) {
		AttemptResult result = attempt.result();
		if (result == null) {
			// What was begun on an exercise that is withdrawn is not carried on with.
			boolean goesOn = this.open == null && !attempt.withdrawn();
			return new TaskProgress(this.task, this.required, goesOn ? attempt.id() : this.open, this.tries, this.best,
					this.passedAt, this.passedOn, this.withdrawn);
		}
		boolean first = result.passed() && !passed();
		return new TaskProgress(this.task, this.required, attempt.id().equals(this.open) ? null : this.open,
				this.tries + 1,
				AttemptResult.best(Stream.concat(Stream.ofNullable(this.best), Stream.of(result)).toList())
					.orElseThrow(),
				first ? result.attempt().finishedAt() : this.passedAt, first ? result.attempt().pack() : this.passedOn,
				this.withdrawn || attempt.withdrawn());
	}

	boolean passed() {
		return this.passedAt != null;
	}

	/** Points of 100; none before the first attempt is finished. */
	int points() {
		return (this.best != null) ? this.best.points() : 0;
	}

	/** The best result; empty before the first attempt is finished. */
	public Optional<TaskResult> result() {
		return Optional.ofNullable(this.best).map((result) -> new TaskResult(result, this.tries));
	}

}
