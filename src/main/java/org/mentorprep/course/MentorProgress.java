package org.mentorprep.course;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.mentorprep.attempt.AttemptResult.ScoredAttempt;
import org.mentorprep.attempt.Attempts;
import org.mentorprep.attempt.Attempts.OpenAttempt;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Task;
import org.mentorprep.content.TaskId;
import org.mentorprep.course.MentorPage.ModuleRow;
import org.mentorprep.course.MentorPage.State;
import org.mentorprep.course.MentorPage.TaskRow;
import org.mentorprep.launch.Link;
import org.mentorprep.launch.PersonId;
import org.mentorprep.library.Library;
import org.mentorprep.programme.Programmes;
import org.mentorprep.programme.Requirements;
import org.mentorprep.progress.ModuleProgress;
import org.mentorprep.progress.ProgrammeProgress;
import org.mentorprep.progress.Progress;
import org.mentorprep.progress.TaskResult;

/** Asks the rooms before how far someone is in what a link asks for. */
@Component
class MentorProgress {

	private final Programmes programmes;

	private final Library library;

	private final Progress completions;

	private final Attempts attempts;

	MentorProgress(Programmes programmes, Library library, Progress completions, Attempts attempts) {
		this.programmes = programmes;
		this.library = library;
		this.completions = completions;
		this.attempts = attempts;
	}

	/** The page about somebody of that name. */
	MentorPage of(@Nullable String name, PersonId person, Link link) {
		Requirements asked = this.programmes.requirements(link);
		Pack pack = this.library.current();
		Map<ModuleId, List<OpenAttempt>> open = this.attempts.open(person);
		List<ModuleRow> rows = asked.modules()
			.stream()
			.flatMap((module) -> pack.module(module).stream())
			.map((module) -> row(this.completions.standing(person, module.id()), module, asked.counts(module.id()),
					open.getOrDefault(module.id(), List.of())))
			.toList();
		ProgrammeProgress standing = (asked.programme() != null) ? this.completions.standing(person, asked.programme())
				: null;
		return new MentorPage(name, standing, rows);
	}

	private ModuleRow row(ModuleProgress standing, Module module, boolean asked, List<OpenAttempt> attempts) {
		Set<TaskId> open = attempts.stream().map(OpenAttempt::task).collect(Collectors.toSet());
		List<TaskRow> tasks = module.tasks().stream().map((task) -> row(task, standing, open)).toList();
		return new ModuleRow(module.title(), asked, state(standing, tasks), standing.completedAt(), tasks);
	}

	private static State state(ModuleProgress standing, List<TaskRow> tasks) {
		if (standing.completed()) {
			return State.DONE;
		}
		if (tasks.stream().allMatch((task) -> task.state() == State.NOT_STARTED)) {
			return State.NOT_STARTED;
		}
		boolean allFinished = tasks.stream().filter(TaskRow::required).allMatch((task) -> task.tries() > 0);
		return allFinished ? State.NOT_YET : State.IN_PROGRESS;
	}

	private TaskRow row(Task task, ModuleProgress standing, Set<TaskId> open) {
		Optional<TaskResult> result = standing.result(task.id());
		if (result.isEmpty()) {
			State state = open.contains(task.id()) ? State.IN_PROGRESS : State.NOT_STARTED;
			return new TaskRow(task.title(), task.required(), state, null, null, 0);
		}
		ScoredAttempt best = result.get().best().attempt();
		return new TaskRow(task.title(), task.required(), result.get().passed() ? State.DONE : State.NOT_YET,
				best.finishedAt(), this.library.version(best.pack()).version(), result.get().tries());
	}

}
