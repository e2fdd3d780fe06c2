package org.mentorprep.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Tells how the recurring work of all packages goes, on whichever node it runs. A package
 * declares a task as a {@code RecurringTask} bean, whose name is the key of its words.
 */
@Component
class RecurringWork {

	private final SchedulerClient scheduler;

	RecurringWork(SchedulerClient scheduler) {
		this.scheduler = scheduler;
	}

	/** Every task, those that fail first. */
	List<TaskRow> all() {
		return this.scheduler.getScheduledExecutions(ScheduledExecutionsFilter.all())
			.stream()
			.map(RecurringWork::row)
			.sorted(Comparator.comparing((TaskRow task) -> task.failures() == 0).thenComparing(TaskRow::name))
			.toList();
	}

	/** How many tasks failed when they ran last. */
	long failing() {
		return all().stream().filter((task) -> task.failures() > 0).count();
	}

	private static TaskRow row(ScheduledExecution<Object> task) {
		return new TaskRow(task.getTaskInstance().getTaskName(), task.isPicked(), task.getLastSuccess(),
				task.getExecutionTime(), task.getConsecutiveFailures(), task.getLastFailure());
	}

	/**
	 * A recurring task.
	 *
	 * @param name the key of its words
	 * @param running whether a node is at work on it now
	 * @param last when it ended well last; absent if it never did
	 * @param next when it is due
	 * @param failures how often it failed since it ended well last
	 * @param failedAt when it failed last; absent if it never did
	 */
	public record TaskRow(String name, boolean running, @Nullable Instant last, Instant next, int failures,
			@Nullable Instant failedAt) {
	}

}
