package org.mentorprep.progress;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;
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

	/** Looks now and then whether there is somebody to count. */
	@Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	void go() {
		while (countSome()) {
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
