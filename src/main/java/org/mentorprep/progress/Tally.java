package org.mentorprep.progress;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.mentorprep.attempt.AttemptResult;
import org.mentorprep.content.Module;
import org.mentorprep.content.Task;
import org.mentorprep.content.TaskId;

/**
 * Counts what the attempts of one person come to in a module, as the module is now. Pure:
 * the standing is always the fold of the attempts, and what was kept of it before.
 *
 * @param attempts all finished ones in the module, oldest first
 */
record Tally(Module module, List<AttemptResult> attempts) {

	/**
	 * What is to be kept from now on, given what was kept before.
	 */
	Completion count(Completion before) {
		int points = Math.max(before.points(), points());
		if (before.completed()) {
			return new Completion(points, before.completedAt(), before.pack());
		}
		return completing()
			.map((judged) -> new Completion(points, judged.attempt().finishedAt(), judged.attempt().pack()))
			.orElseGet(() -> new Completion(points, null, null));
	}

	ModuleProgress standing(Completion before) {
		Completion now = count(before);
		return new ModuleProgress(this.module.id(), now.points(), now.completed(), now.completedAt(), results(),
				now.completed() ? List.of() : open());
	}

	/**
	 * Weighted mean of the best result of each task, in whole points rounded down. It is
	 * taken from the whole points that stand beside each task, so that everyone can check
	 * it. What need not be done never enters: whoever leaves it out would be completed
	 * and yet below the pass mark.
	 */
	private int points() {
		Set<TaskId> excused = excused();
		List<Task> required = this.module.tasks().stream().filter(Task::required).toList();
		List<Task> counted = required.stream().filter((task) -> !excused.contains(task.id())).toList();
		return Math.max(points(required), points(counted));
	}

	private int points(List<Task> tasks) {
		double weights = tasks.stream().mapToDouble(Task::weight).sum();
		double sum = tasks.stream()
			.mapToDouble((task) -> task.weight() * best(task.id()).map(AttemptResult::points).orElse(0))
			.sum();
		return (weights > 0) ? (int) Math.floor(sum / weights + 1e-9) : 0;
	}

	/**
	 * Required tasks that were tried with an exercise that is withdrawn since, and not
	 * passed: whoever met our error need not make up for it. One required task remains in
	 * any case, or a module could be completed by nothing.
	 */
	private Set<TaskId> excused() {
		Set<TaskId> met = required()
			.filter((task) -> firstPassed(task).isEmpty() && of(task).stream()
				.anyMatch((judged) -> this.module.withdrawn().contains(judged.attempt().exercise())))
			.collect(Collectors.toSet());
		return required().allMatch(met::contains) ? Set.of() : met;
	}

	private Stream<TaskId> required() {
		return this.module.tasks().stream().filter(Task::required).map(Task::id);
	}

	private List<TaskResult> results() {
		return this.module.tasks().stream().map(Task::id).flatMap((task) -> result(task).stream()).toList();
	}

	private Optional<TaskResult> result(TaskId task) {
		return best(task).map((best) -> new TaskResult(best, of(task).size()));
	}

	private List<TaskId> open() {
		Set<TaskId> excused = excused();
		return required().filter((task) -> firstPassed(task).isEmpty() && !excused.contains(task)).toList();
	}

	/** The attempt by which the last of the required tasks was passed. */
	private Optional<AttemptResult> completing() {
		if (!open().isEmpty()) {
			return Optional.empty();
		}
		return required().flatMap((task) -> firstPassed(task).stream())
			.max(Comparator.comparing((judged) -> judged.attempt().finishedAt()));
	}

	private Optional<AttemptResult> firstPassed(TaskId task) {
		return of(task).stream().filter(AttemptResult::passed).findFirst();
	}

	private Optional<AttemptResult> best(TaskId task) {
		return AttemptResult.best(of(task));
	}

	private List<AttemptResult> of(TaskId task) {
		return this.attempts.stream().filter((judged) -> judged.attempt().task().equals(task)).toList();
	}

}
