package org.mentorprep.diagnostic;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.mentorprep.RetryOnContention;
import org.mentorprep.content.Diagnostic;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.diagnostic.ReadingAdvice.State;
import org.mentorprep.launch.Learners;
import org.mentorprep.launch.PersonId;

/**
 * What people handed in, and whether the reading of a module is optional for somebody.
 */
@Component
public class Diagnostics {

	private final SittingRepository rows;

	private final Learners people;

	private final Clock clock;

	Diagnostics(SittingRepository rows, Learners people, Clock clock) {
		this.rows = rows;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * Whether somebody needs the reading of a module. Who knew it once is not asked
	 * again, whatever later sittings or versions say.
	 * @param practice whether the person is no learner where they ask: sittings there are
	 * apart and change nothing elsewhere
	 * @param pack the version that is shown now
	 */
	public ReadingAdvice advice(PersonId person, boolean practice, Pack pack, ModuleId module) {
		int minutes = pack.diagnostic(module).map(Diagnostic::minutes).orElse(0);
		SittingRepository.Summary summary = this.rows.summary(person, practice, module);
		State state = (minutes == 0) ? State.NO_QUESTIONS : ((summary.sittings() == 0) ? State.UNTRIED : State.TRIED);
		return new ReadingAdvice((summary.known() > 0) ? State.KNOWN : state, minutes, summary.sittings());
	}

	/**
	 * All sittings of somebody in a module, the first one first: those that count, or
	 * practice alone.
	 */
	List<Sitting> sittings(PersonId person, boolean practice, ModuleId module) {
		return this.rows.of(person, practice, module);
	}

	/**
	 * Keeps a sitting if it is the next one of this person: whoever sends it again
	 * changes nothing.
	 */
	@RetryOnContention
	@Transactional
	public void keep(PersonId person, boolean practice, ModuleId module, Sitting sitting) {
		this.people.lock(person);
		List<Sitting> before = this.rows.of(person, practice, module);
		if (before.size() == sitting.number() - 1) {
			this.rows.keep(person, practice, module, sitting, this.clock.instant());
		}
	}

}
