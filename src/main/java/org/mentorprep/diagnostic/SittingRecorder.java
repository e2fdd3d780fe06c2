package org.mentorprep.diagnostic;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.mentorprep.content.ModuleId;
import org.mentorprep.launch.Learners;
import org.mentorprep.launch.PersonId;

/** Writes down what is handed in, once: whoever sends it again changes nothing. */
@Component
class SittingRecorder {

	private final SittingRepository rows;

	private final Learners learners;

	private final Clock clock;

	SittingRecorder(SittingRepository rows, Learners learners, Clock clock) {
		this.rows = rows;
		this.learners = learners;
		this.clock = clock;
	}

	/** Keeps a sitting if it is the next one of this person. */
	@Transactional
	public void keep(PersonId person, ModuleId module, Sitting sitting) {
		this.learners.lock(person);
		List<Sitting> before = this.rows.of(person, module);
		if (before.size() == sitting.number() - 1) {
			this.rows.keep(person, module, sitting, this.clock.instant());
		}
	}

}
