package org.mentorprep.progress;

import java.time.Clock;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.mentorprep.audit.Actor;
import org.mentorprep.audit.Ledger;
import org.mentorprep.content.ModuleId;
import org.mentorprep.launch.Learners;
import org.mentorprep.launch.PersonId;
import org.mentorprep.library.Library;

/**
 * Counts open results again after another version was put into use: a withdrawn exercise
 * or a milder rule may have raised them. A result only ever rises, and each one that does
 * is written into the ledger.
 */
@Component
class Recount {

	/** People are locked while they are counted: few at a time, and not for long. */
	private static final int BATCH = 25;

	private final RecountRows progress;

	private final ProgressRepository rows;

	private final Progress completions;

	private final ProgrammeRecorder programmes;

	private final Library library;

	private final Learners learners;

	private final Ledger ledger;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Recount(RecountRows progress, ProgressRepository rows, Progress completions, ProgrammeRecorder programmes,
			Library library, Learners learners, Ledger ledger, ApplicationEventPublisher events, Clock clock) {
		this.progress = progress;
		this.rows = rows;
		this.completions = completions;
		this.programmes = programmes;
		this.library = library;
		this.learners = learners;
		this.ledger = ledger;
		this.events = events;
		this.clock = clock;
	}

	/** Notes that there is something to count since a choice, once for all nodes. */
	@Transactional
	public void begin(int edition) {
		this.progress.begin(edition);
	}

	/**
	 * Counts the next few people.
	 * @return whether there may be more
	 */
	@Transactional
	public boolean countSome(int edition) {
		RecountRows.Place place = this.progress.claim(edition).orElse(null);
		if (place == null) {
			return false;
		}
		List<PersonId> next = this.progress.open(place.after(), BATCH);
		next.forEach(this::count);
		boolean more = next.size() == BATCH;
		this.progress.reached(edition, next.isEmpty() ? place.after() : next.get(next.size() - 1),
				more ? null : this.clock.instant());
		return more;
	}

	private void count(PersonId person) {
		this.learners.lock(person);
		this.progress.openModules(person).forEach((module) -> count(person, module));
	}

	private void count(PersonId person, ModuleId module) {
		// What nobody asks for any more waits until somebody does again.
		if (this.library.current().module(module).isEmpty()) {
			return;
		}
		Completion before = this.rows.find(person, module);
		Completion now = this.completions.tally(person, module).count(before);
		if (now.equals(before)) {
			return;
		}
		this.rows.keep(person, module, now, this.clock.instant());
		this.programmes.progressed(person, module);
		this.ledger.record(Actor.tool(), "completion.raised", person + " " + module,
				words(before) + " > " + words(now));
		this.events.publishEvent(new ModuleProgressed(person, module));
	}

	private static String words(Completion completion) {
		return completion.points() + (completion.completed() ? ", completed" : ", open");
	}

}
