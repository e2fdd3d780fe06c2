package org.mentorprep.progress;

import java.util.function.BooleanSupplier;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import org.mentorprep.library.Library;

/** Looks now and then whether another version was put into use, and has it counted. */
@Component
class RecountRound {

	private final Recount recount;

	private final RecountRows progress;

	private final Library library;

	private volatile int done;

	RecountRound(Recount recount, RecountRows progress, Library library) {
		this.recount = recount;
		this.progress = progress;
		this.library = library;
	}

	/**
	 * Runs every few seconds, on one node; a long round ends when the node is stopped.
	 */
	@Bean
	static RecurringTask<Void> recountTask(RecountRound recountRound) {
		return Tasks.recurring("progress.task.recount", FixedDelay.ofSeconds(5))
			.execute((instance, context) -> recountRound.go(() -> context.getSchedulerState().isShuttingDown()));
	}

	void go() {
		go(() -> false);
	}

	void go(BooleanSupplier stopped) {
		int activation = this.library.activationNumber();
		if (activation == this.done) {
			return;
		}
		if (this.progress.finished(activation).isEmpty()) {
			try {
				this.recount.begin(activation);
			}
			catch (DuplicateKeyException ex) {
				// Another node has begun it.
			}
		}
		// A choice made meanwhile ends this round; the next one counts by it.
		while (!stopped.getAsBoolean() && this.library.activationNumber() == activation && this.recount.countSome(activation)) {
			// The next few.
		}
		if (this.progress.finished(activation).orElse(false)) {
			this.done = activation;
		}
	}

}
