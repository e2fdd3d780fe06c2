package org.mentorprep.course;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.mentorprep.attempt.AttemptResult;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Task;
import org.mentorprep.library.Library;
import org.mentorprep.programme.Requirements;
import org.mentorprep.progress.ModuleProgress;
import org.mentorprep.progress.ProgrammeProgress;
import org.mentorprep.progress.TaskProgress;

/**
 * What the template {@code course/mentor} needs, at
 * {@code /course/{link}/mentors/{learner}}.
 *
 * @param name of the mentor; absent if the LMS gives none
 * @param pseudonym what stands in place of the name then
 * @param programme where they are in the programme; absent if the link stands for one
 * module
 * @param modules those that the link requires, then those it offers
 */
record MentorPage(@Nullable String name, String pseudonym, @Nullable ProgrammeProgress programme,
		List<ModuleRow> modules) {

	/**
	 * @param standings one for each module of the link
	 * @param programme absent if the link stands for one module
	 */
	static MentorPage of(@Nullable String name, String pseudonym, Requirements required, Library library,
			Map<ModuleId, ModuleProgress> standings, @Nullable ProgrammeProgress programme) {
		Pack pack = library.current();
		return new MentorPage(name, pseudonym, programme,
				required.modules()
					.stream()
					.flatMap((id) -> pack.module(id).stream())
					.map((module) -> ModuleRow.of(module, required.counts(module.id()),
							Objects.requireNonNull(standings.get(module.id())), library))
					.toList());
	}

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
	 * @param required whether it is mandatory; if not it is offered
	 * @param completedAt when it was completed; absent if it is not
	 */
	record ModuleRow(String title, boolean required, State state, @Nullable Instant completedAt, List<TaskRow> tasks) {

		private static ModuleRow of(Module module, boolean required, ModuleProgress standing, Library library) {
			State state = switch (standing.state()) {
				case NOT_STARTED -> State.NOT_STARTED;
				case IN_PROGRESS -> State.IN_PROGRESS;
				case NOT_YET -> State.NOT_YET;
				case COMPLETED -> State.DONE;
			};
			return new ModuleRow(module.title(), required, state, standing.completedAt(),
					standing.tasks().stream().map((task) -> TaskRow.of(module, task, library)).toList());
		}

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

		private static TaskRow of(Module module, TaskProgress task, Library library) {
			String title = module.task(task.task()).map(Task::title).orElse("");
			AttemptResult best = task.best();
			if (best == null) {
				return new TaskRow(title, task.required(),
						(task.open() != null) ? State.IN_PROGRESS : State.NOT_STARTED, null, null, 0);
			}
			return new TaskRow(title, task.required(), best.passed() ? State.DONE : State.NOT_YET,
					best.attempt().finishedAt(), library.version(best.attempt().pack()).version(), task.tries());
		}

		/** Whether it was tried so often, and not passed, that help is wanted. */
		public boolean helpWanted() {
			return this.state == State.NOT_YET && this.tries >= AttemptResult.TRIES_BEFORE_HELP;
		}

	}

}
