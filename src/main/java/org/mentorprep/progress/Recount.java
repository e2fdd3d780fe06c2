package org.mentorprep.progress;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

	private static final Logger log = LoggerFactory.getLogger(Recount.class);

	private static final int BATCH = 25;

	/** With so many something is wrong that the log has told often enough. */
	private static final int MOST_FAILED = 100;

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

	boolean countSome() {
		return countSome(new HashSet<>());
	}

	/**
	 * Whoever can't be counted is left out of this run, so that they keep nobody else
	 * waiting, and is tried again in the next.
	 * @throws IllegalStateException at the end, if somebody was left out
	 */
	void go(BooleanSupplier stopped) {
		Set<PersonId> failed = new HashSet<>();
		while (!stopped.getAsBoolean() && failed.size() < MOST_FAILED && countSome(failed)) {
			// The next few.
		}
		if (!failed.isEmpty()) {
			throw new IllegalStateException(failed.size() + " people can't be counted by the active version");
		}
	}

	/**
	 * Counts the next few people, each in a transaction of their own: they are locked
	 * meanwhile.
	 * @param failed those left out; whoever fails now is added
	 * @return whether there may be more
	 */
	private boolean countSome(Set<PersonId> failed) {
		List<PersonId> next = this.rows.countedOnOthers(this.library.current().id(), BATCH, failed);
		for (PersonId person : next) {
			try {
				this.progress.rebuild(person);
			}
			catch (RuntimeException ex) {
				log.error("The progress of person {} can't be counted", person, ex);
				failed.add(person);
			}
		}
		return !next.isEmpty();
	}

}
