package org.mentorprep.progress;

import java.util.concurrent.TimeUnit;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
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

	@Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	void go() {
		int edition = this.library.activationNumber();
		if (edition == this.done) {
			return;
		}
		if (this.progress.finished(edition).isEmpty()) {
			try {
				this.recount.begin(edition);
			}
			catch (DuplicateKeyException ex) {
				// Another node has begun it.
			}
		}
		// A choice made meanwhile ends this round; the next one counts by it.
		while (this.library.activationNumber() == edition && this.recount.countSome(edition)) {
			// The next few.
		}
		if (this.progress.finished(edition).orElse(false)) {
			this.done = edition;
		}
	}

}
