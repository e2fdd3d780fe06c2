package org.mentorprep.progress;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.mentorprep.attempt.AttemptResult;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.ProgrammeId;
import org.mentorprep.content.TaskId;
import org.mentorprep.progress.ModuleProgress.TaskResult;

/** Progress by hand, for tests of the packages that read it. */
public final class ProgressSamples {

	private static final PackVersionId VERSION = new PackVersionId(UUID.randomUUID());

	private ProgressSamples() {
	}

	/**
	 * @param completedAt null if the module is not completed
	 */
	public static ModuleProgress module(ModuleId module, int points, Instant completedAt, TaskProgress... tasks) {
		return new ModuleProgress(module, points, completedAt, (completedAt != null) ? VERSION : null, Instant.EPOCH,
				Instant.EPOCH, List.of(tasks), VERSION);
	}

	/** A required task that was never finished. */
	public static TaskProgress task(TaskId task) {
		return new TaskProgress(task, true, null, 0, null, null, null, false);
	}

	/** A required task with a result. */
	public static TaskProgress task(TaskResult result) {
		AttemptResult best = result.best();
		return new TaskProgress(result.task(), true, null, result.tries(), best,
				best.passed() ? best.attempt().finishedAt() : null, best.passed() ? best.attempt().pack() : null,
				false);
	}

	/**
	 * @param completedAt null if the programme is not completed
	 * @param modules how many are mandatory
	 * @param tried in how many of them something was finished
	 */
	public static ProgrammeProgress programme(int points, Instant completedAt, int modules, int tried,
			ModuleId... open) {
		return new ProgrammeProgress(new ProgrammeId("all"), points, completedAt,
				(completedAt != null) ? VERSION : null, Instant.EPOCH, modules, tried, Stream.of(open).toList(), false,
				VERSION);
	}

}
