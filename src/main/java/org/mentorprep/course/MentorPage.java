package org.mentorprep.course;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mentorprep.attempt.AttemptResult;
import org.mentorprep.progress.ProgrammeProgress;

/**
 * What the template {@code course/mentor} needs, at
 * {@code /course/{link}/mentors/{learner}}.
 *
 * @param name of the mentor; absent if the LMS gives none
 * @param programme where they are in the programme; absent if the link stands for one
 * module
 * @param modules those that the link asks for, then those it offers
 */
record MentorPage(@Nullable String name, @Nullable ProgrammeProgress programme, List<ModuleRow> modules) {

	/** Where someone is; words and shapes are the template's. */
	enum State {

		/** Nothing was begun. */
		NOT_STARTED,

		/** Begun, and not finished once. */
		IN_PROGRESS,

		/** Finished, and something is missing still. */
		NOT_YET,

		/** Completed or passed. */
		DONE

	}

	/**
	 * One module.
	 *
	 * @param asked whether it is mandatory; if not it is offered
	 * @param completedAt when it was completed; absent if it is not
	 */
	record ModuleRow(String title, boolean asked, State state, @Nullable Instant completedAt, List<TaskRow> tasks) {
	}

	/**
	 * One task.
	 *
	 * @param at when the attempt that counts was finished; absent if there is none
	 * @param version version of the content it was worked on; absent if there is none
	 * @param tries how often it was finished
	 */
	record TaskRow(String title, boolean required, State state, @Nullable Instant at, @Nullable String version,
			int tries) {

		/** Whether it was tried so often, and not passed, that help is wanted. */
		public boolean helpWanted() {
			return this.state == State.NOT_YET && this.tries >= AttemptResult.TRIES_BEFORE_HELP;
		}

	}

}
