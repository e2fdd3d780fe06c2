package org.mentorprep.progress;

import java.time.Clock;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.mentorprep.attempt.Attempts.AttemptScored;
import org.mentorprep.content.ModuleId;
import org.mentorprep.launch.PersonId;

/**
 * Counts an attempt as soon as it is scored: in the transaction of its last answer, with
 * the person locked, so that answer and result stand or fall together.
 */
@Component
class CompletionRecorder {

	private final Progress completions;

	private final ProgressRepository rows;

	private final ProgrammeRecorder programmes;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CompletionRecorder(Progress completions, ProgressRepository rows, ProgrammeRecorder programmes,
			ApplicationEventPublisher events, Clock clock) {
		this.completions = completions;
		this.rows = rows;
		this.programmes = programmes;
		this.events = events;
		this.clock = clock;
	}

	@EventListener
	void on(AttemptScored scored) {
		PersonId person = scored.person();
		ModuleId module = scored.module();
		Completion before = this.rows.find(person, module);
		Completion now = this.completions.tally(person, module).count(before);
		this.rows.keep(person, module, now, this.clock.instant());
		this.programmes.progressed(person, module);
		this.events.publishEvent(new ModuleProgressed(person, module));
	}

}
