package org.mentorprep.progress;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.mentorprep.activity.Dimension;
import org.mentorprep.attempt.AttemptResult;
import org.mentorprep.attempt.Attempts.AttemptSummary;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.Task;
import org.mentorprep.content.TaskId;

/**
 * How far someone is in a module. It is always the fold of their attempts, one after the
 * other, by the rules of one version of the pack. Points never fall, and completed stays
 * completed on its version, whatever comes later. Pure.
 *
 * @param points module score of 100: weighted mean of the best result of each task, a
 * task not done counting 0
 * @param completedAt when the last required task was passed; absent if it is not
 * completed
 * @param version of the pack on which it was completed; absent if it is not
 * @param startedAt when the first attempt was begun; absent before
 * @param activeOn when an attempt was begun or finished last; absent before
 * @param tasks one for each task of the module, in its order
 * @param countedOn the version by whose rules this was counted
 */
public record ModuleProgress(ModuleId module, int points, @Nullable Instant completedAt,
		@Nullable PackVersionId version, @Nullable Instant startedAt, @Nullable Instant activeOn,
		List<TaskProgress> tasks, PackVersionId countedOn) {

	public ModuleProgress {
		tasks = List.copyOf(tasks);
	}

	/** Where someone is who has begun nothing. */
	static ModuleProgress none(Module module, PackVersionId countedOn) {
		return new ModuleProgress(module.id(), 0, null, null, null, null,
				module.tasks().stream().map(TaskProgress::none).toList(), countedOn);
	}

	/**
	 * The same with one more attempt, begun or finished.
	 * @param module as it is on the version that this was counted on
	 */
	ModuleProgress with(Module module, AttemptSummary attempt) {
		List<TaskProgress> now = this.tasks.stream()
			.map((task) -> task.task().equals(attempt.task()) ? task.with(module, attempt) : task)
			.toList();
		Optional<TaskProgress> last = completed() ? Optional.empty() : completing(now);
		return new ModuleProgress(this.module, Math.max(this.points, points(module, now)),
				last.map(TaskProgress::passedAt).orElse(this.completedAt),
				last.map(TaskProgress::passedOn).orElse(this.version),
				(this.startedAt == null || attempt.begunAt().isBefore(this.startedAt)) ? attempt.begunAt()
						: this.startedAt,
				(this.activeOn == null || attempt.activeOn().isAfter(this.activeOn)) ? attempt.activeOn()
						: this.activeOn,
				now, this.countedOn);
	}

	/**
	 * What the attempts come to by the rules of a version. What was reached before is
	 * kept.
	 * @param module as it is on that version
	 * @param attempts all in the module, finished ones first, oldest first
	 */
	ModuleProgress rebuilt(Module module, PackVersionId countedOn, List<AttemptSummary> attempts) {
		ModuleProgress now = new ModuleProgress(this.module, this.points, this.completedAt, this.version,
				this.startedAt, this.activeOn, none(module, countedOn).tasks(), countedOn);
		for (AttemptSummary attempt : attempts) {
			now = now.with(module, attempt);
		}
		return now;
	}

	/** The same, looked at by a version that has no such module any more. */
	ModuleProgress on(PackVersionId countedOn) {
		return new ModuleProgress(this.module, this.points, this.completedAt, this.version, this.startedAt,
				this.activeOn, this.tasks, countedOn);
	}

	/** Where someone is in the module. */
	public State state() {
		if (completed()) {
			return State.COMPLETED;
		}
		if (this.tasks.stream().noneMatch((task) -> task.tries() > 0 || task.open() != null)) {
			return State.NOT_STARTED;
		}
		boolean allTried = this.tasks.stream().filter(TaskProgress::required).allMatch((task) -> task.tries() > 0);
		return allTried ? State.NOT_YET : State.IN_PROGRESS;
	}

	/** Every required task passed, now or at any time before. */
	public boolean completed() {
		return this.completedAt != null;
	}

	/** Whether nothing was finished yet: then there is nothing to report to anyone. */
	public boolean untouched() {
		return results().isEmpty() && !completed();
	}

	/** How many tasks are required of this person. */
	public int required() {
		return (int) required(this.tasks).count();
	}

	/** How many of the required tasks are passed. */
	public int passed() {
		return (int) required(this.tasks).filter(TaskProgress::passed).count();
	}

	/**
	 * Whether a task was tried so often and in vain that course staff are told. Never
	 * once the module is completed.
	 */
	public boolean helpWanted() {
		return !completed() && results().stream().anyMatch(TaskResult::helpWanted);
	}

	/** One for each task that was finished at least once. */
	public List<TaskResult> results() {
		return this.tasks.stream().flatMap((task) -> task.result().stream()).toList();
	}

	public Optional<TaskResult> result(TaskId task) {
		return results().stream().filter((result) -> result.task().equals(task)).findFirst();
	}

	/** Required tasks not passed yet; empty once completed. */
	public List<TaskId> open() {
		return completed() ? List.of() : open(this.tasks).map(TaskProgress::task).toList();
	}

	/**
	 * Weighted mean of the best result of each task, in whole points rounded down. It is
	 * taken from the whole points that stand beside each task, so that everyone can check
	 * it. What need not be done never enters: whoever leaves it out would be completed
	 * and yet below the pass mark.
	 */
	private static int points(Module module, List<TaskProgress> tasks) {
		return Math.max(mean(module, tasks.stream().filter(TaskProgress::required).toList()),
				mean(module, required(tasks).toList()));
	}

	private static int mean(Module module, List<TaskProgress> tasks) {
		double weights = tasks.stream().mapToDouble((task) -> weight(module, task)).sum();
		double sum = tasks.stream().mapToDouble((task) -> weight(module, task) * task.points()).sum();
		return (weights > 0) ? (int) Math.floor(sum / weights + 1e-9) : 0;
	}

	private static double weight(Module module, TaskProgress task) {
		return module.task(task.task()).map(Task::weight).orElse(0.0);
	}

	/** The task by which the module is completed; empty if it is not. */
	private static Optional<TaskProgress> completing(List<TaskProgress> tasks) {
		if (open(tasks).findAny().isPresent()) {
			return Optional.empty();
		}
		return required(tasks).filter(TaskProgress::passed)
			.max(Comparator.comparing((task) -> Objects.requireNonNull(task.passedAt())));
	}

	private static Stream<TaskProgress> open(List<TaskProgress> tasks) {
		return required(tasks).filter(Predicate.not(TaskProgress::passed));
	}

	/**
	 * Required tasks but those that were tried with an exercise that is withdrawn since,
	 * and not passed: whoever met our error need not make up for it. One required task
	 * remains in any case, or a module could be completed by nothing.
	 */
	private static Stream<TaskProgress> required(List<TaskProgress> tasks) {
		List<TaskProgress> required = tasks.stream().filter(TaskProgress::required).toList();
		List<TaskProgress> counted = required.stream().filter((task) -> task.passed() || !task.withdrawn()).toList();
		return (counted.isEmpty() ? required : counted).stream();
	}

	/** Where someone is in a module; pages put it into words. */
	public enum State {

		/** Nothing was begun. */
		NOT_STARTED,

		/** Something was begun, and some required task was never finished. */
		IN_PROGRESS,

		/**
		 * Every required task was finished at least once, and something is missing still.
		 */
		NOT_YET,

		/** Completed, now or at any time before. */
		COMPLETED

	}

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

}
