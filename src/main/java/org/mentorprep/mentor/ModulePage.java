package org.mentorprep.mentor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.mentorprep.attempt.AttemptId;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Page;
import org.mentorprep.content.PassRule;
import org.mentorprep.content.Task;
import org.mentorprep.content.TaskId;
import org.mentorprep.diagnostic.ReadingAdvice;
import org.mentorprep.launch.LinkId;
import org.mentorprep.mentor.HomePage.CarryOn;
import org.mentorprep.mentor.HomePage.ModuleLink;
import org.mentorprep.mentor.ModuleSummary.TaskState;
import org.mentorprep.programme.CurrentLink;
import org.mentorprep.programme.Requirements;
import org.mentorprep.progress.ModuleProgress;
import org.mentorprep.progress.ModuleProgress.TaskResult;

/**
 * What the template {@code mentor/module} needs, at
 * {@code /links/{link}/modules/{module}}: not started, in progress, not yet and completed
 * alike, by {@code state}.
 *
 * @param single whether the link stands for this module alone: then there is no way back
 * to 'All modules'
 * @param offered whether the module is there for who wants it and counts towards nothing
 * @param graded whether a grade of this person belongs in the gradebook; false for course
 * staff, who are told so
 * @param points module result of 100: weighted mean of the best result of each task
 * @param passMark points of 100 that each task needs (provisional)
 * @param floor points of 100 that each critical dimension needs (provisional)
 * @param minutes honest minutes for the whole module
 * @param minutesLeft honest minutes for the required tasks not passed yet
 * @param completedAt when it was completed; absent if it is not
 * @param missing what stands between here and completed, by name; empty once completed
 * @param pages pages to read, at {@code …/modules/{module}/pages/{id}}; never gate
 * @param tasks the tasks, in order; the section has the id {@code tasks}
 * @param carryOn the attempt to carry on with; absent if none is open
 * @param next the task to do next: the first required one not passed; absent once
 * completed
 * @param nextModule the next mandatory module not completed; absent if there is none
 * @param readingAdvice whether the reading is optional, or a way to find out
 */
record ModulePage(LinkId link, ModuleId module, String title, String why, String lead, boolean single, boolean offered,
		boolean graded, ModuleProgress.State state, int points, int passMark, int floor, int minutes, int minutesLeft,
		@Nullable Instant completedAt, List<Missing> missing, GradebookStatus gradebook, List<Page> pages,
		List<TaskRow> tasks, @Nullable CarryOn carryOn, @Nullable TaskRow next, @Nullable ModuleLink nextModule,
		ReadingAdvice readingAdvice) {

	static ModulePage of(CurrentLink link, Pack pack, ModuleSummary summary, GradebookStatus gradebook,
			@Nullable ModuleLink nextModule, ReadingAdvice advice) {
		Module module = summary.module();
		Requirements requirements = link.requirements();
		List<TaskRow> tasks = module.tasks().stream().map((task) -> TaskRow.of(task, summary, pack)).toList();
		List<Task> left = summary.left();
		return new ModulePage(link.id(), module.id(), module.title(), module.why(), module.lead(),
				requirements.single(), !requirements.counts(module.id()), GradebookStatus.graded(link), summary.state(),
				summary.progress().points(), module.passRule().passMark(), module.passRule().floor(), module.minutes(),
				summary.minutesLeft(), summary.progress().completedAt(),
				left.stream().flatMap((task) -> Missing.of(task, summary, pack)).toList(), gradebook, module.pages(),
				tasks, summary.carryOn().orElse(null), left.isEmpty() ? null : TaskRow.of(left.get(0), summary, pack),
				nextModule, advice);
	}

	/** Whether reading is the next step; who needs none goes on with a task. */
	public boolean readingFirst() {
		return this.readingAdvice.state() != ReadingAdvice.State.KNOWN;
	}

	/** How many required tasks are not passed yet; none once completed. */
	public long tasksLeft() {
		return (this.state == ModuleProgress.State.COMPLETED) ? 0
				: this.tasks.stream().filter((task) -> task.required() && task.state() != TaskState.PASSED).count();
	}

	/**
	 * Tasks that were never finished: once a module is done only optional ones can be.
	 */
	public List<TaskRow> untried() {
		return this.tasks.stream().filter((task) -> task.best() == null).toList();
	}

	/**
	 * One task. 'Start', 'Carry on' and 'Try again' are one form without fields that
	 * posts to {@code /links/{link}/modules/{module}/tasks/{id}/attempts}.
	 *
	 * @param required whether the module is not completed before this one is passed
	 * @param best points of 100 of the attempt that counts; absent before the first was
	 * finished
	 * @param below names of the critical dimensions below the floor in that attempt
	 * @param tries how often it was finished
	 * @param debrief the attempt that counts, at
	 * {@code /links/{link}/attempts/{debrief}/debrief}
	 * @param open the attempt begun and not finished
	 */
	record TaskRow(TaskId id, String title, String why, int minutes, boolean required, TaskState state,
			@Nullable Integer best, List<String> below, int tries, @Nullable AttemptId debrief,
			@Nullable AttemptId open) {

		static TaskRow of(Task task, ModuleSummary summary, Pack pack) {
			Optional<TaskResult> result = summary.progress().result(task.id());
			AttemptId open = summary.open(task.id());
			TaskState begun = (open != null) ? TaskState.IN_PROGRESS : TaskState.NOT_STARTED;
			return new TaskRow(task.id(), task.title(), task.why(), task.minutes(), task.required(),
					result.map((best) -> best.passed() ? TaskState.PASSED : TaskState.NOT_YET).orElse(begun),
					result.map(TaskResult::points).orElse(null),
					result.stream().flatMap((best) -> best.below().stream()).map(pack::nameOf).toList(),
					result.map(TaskResult::tries).orElse(0),
					result.map((best) -> best.best().attempt().id()).orElse(null), open);
		}

	}

	/**
	 * One thing that is missing.
	 *
	 * @param dimension name of the critical dimension; absent unless the kind is
	 * {@code DIMENSION}
	 * @param points what it is at, of 100; 0 if the task was never finished
	 * @param needed what is needed, of 100 (provisional)
	 */
	record Missing(Kind kind, String task, @Nullable String dimension, int points, int needed) {

		static Stream<Missing> of(Task task, ModuleSummary summary, Pack pack) {
			PassRule rule = summary.module().passRule();
			return summary.progress()
				.result(task.id())
				.map((best) -> of(task, best, rule, pack))
				.orElseGet(() -> Stream.of(new Missing(Kind.TASK, task.title(), null, 0, rule.passMark())));
		}

		private static Stream<Missing> of(Task task, TaskResult best, PassRule rule, Pack pack) {
			List<Missing> missing = new ArrayList<>();
			if (best.points() < rule.passMark()) {
				missing.add(new Missing(Kind.TOTAL, task.title(), null, best.points(), rule.passMark()));
			}
			best.below()
				.forEach((dimension) -> missing.add(new Missing(Kind.DIMENSION, task.title(), pack.nameOf(dimension),
						best.best().attempt().mark().points(dimension), rule.floor())));
			if (missing.isEmpty() && !best.passed()) {
				missing.add(new Missing(Kind.CAPPED, task.title(), null, best.points(), rule.passMark()));
			}
			return missing.stream();
		}

		/** What sort of thing is missing. */
		enum Kind {

			/** The task was never finished. */
			TASK,

			/** The total of the task is below the pass mark. */
			TOTAL,

			/** A critical dimension is below the floor. */
			DIMENSION,

			/** Enough was earned, and something that was done holds the pass back. */
			CAPPED

		}

	}

}
