package org.mentorprep.diagnostic;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.mentorprep.content.ModuleId;
import org.mentorprep.launch.People;
import org.mentorprep.launch.PersonId;

/** Writes down what is handed in, once: whoever sends it again changes nothing. */
@Component
class SittingRecorder {

	private final SittingRepository rows;

	private final People people;

	private final Clock clock;

	SittingRecorder(SittingRepository rows, People people, Clock clock) {
		this.rows = rows;
		this.people = people;
		this.clock = clock;
	}

	/** Keeps a sitting if it is the next one of this person. */
	@Transactional
	public void keep(PersonId person, ModuleId module, Sitting sitting) {
		this.people.lock(person);
		List<Sitting> before = this.rows.of(person, module);
		if (before.size() == sitting.number() - 1) {
			this.rows.keep(person, module, sitting, this.clock.instant());
		}
	}

}
