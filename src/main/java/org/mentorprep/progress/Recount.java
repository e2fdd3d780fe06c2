package org.mentorprep.progress;

import java.util.List;
import java.util.function.BooleanSupplier;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

import org.mentorprep.launch.PersonId;
import org.mentorprep.library.Library;

/**
 * Counts everyone again after another version was put into use: a withdrawn exercise or a
 * milder rule may have raised results. Rows say by which version they were counted, so a
 * round that was stopped goes on where it was.
 */
@Component
class Recount {

	private static final int BATCH = 25;

	private final ProgressRepository rows;

	private final Progress progress;

	private final Library library;

	Recount(ProgressRepository rows, Progress progress, Library library) {
		this.rows = rows;
		this.progress = progress;
		this.library = library;
	}

	/**
	 * Runs every few seconds, on one node; a long round ends when the node is stopped.
	 */
	@Bean
	static RecurringTask<Void> recountTask(Recount recount) {
		return Tasks.recurring("progress.task.recount", FixedDelay.ofSeconds(5))
			.execute((instance, context) -> recount.go(() -> context.getSchedulerState().isShuttingDown()));
	}

	void go() {
		go(() -> false);
	}

	void go(BooleanSupplier stopped) {
		while (!stopped.getAsBoolean() && countSome()) {
			// The next few.
		}
	}

	/**
	 * Counts the next few people, each in a transaction of their own: they are locked
	 * meanwhile.
	 * @return whether there may be more
	 */
	boolean countSome() {
		List<PersonId> next = this.rows.countedOnOthers(this.library.current().id(), BATCH);
		next.forEach(this.progress::rebuild);
		return !next.isEmpty();
	}

}
