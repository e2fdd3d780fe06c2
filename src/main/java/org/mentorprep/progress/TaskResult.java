package org.mentorprep.progress;

import java.util.List;

import org.mentorprep.activity.Dimension;
import org.mentorprep.attempt.AttemptResult;
import org.mentorprep.content.TaskId;

/**
 * The best result in one task.
 *
 * @param best the attempt that counts, as {@link AttemptResult#best} finds it
 * @param tries how often the task was finished
 */
public record TaskResult(AttemptResult best, int tries) {

	public TaskId task() {
		return this.best.attempt().task();
	}

	/** Points of 100. */
	public int points() {
		return this.best.points();
	}

	public boolean passed() {
		return this.best.passed();
	}

	/** Whether it was tried so often, and not passed, that help is wanted. */
	public boolean helpWanted() {
		return !passed() && this.tries >= AttemptResult.TRIES_BEFORE_HELP;
	}

	/** Critical dimensions below the floor in that attempt. */
	public List<Dimension> below() {
		return this.best.below();
	}

}
