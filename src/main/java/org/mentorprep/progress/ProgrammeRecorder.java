package org.mentorprep.progress;

import java.time.Clock;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.Programme;
import org.mentorprep.launch.Enrolment;
import org.mentorprep.launch.LaunchRecorder.LinkLaunched;
import org.mentorprep.launch.PersonId;
import org.mentorprep.library.Library;
import org.mentorprep.programme.Programmes;
import org.mentorprep.programme.Requirements;

/**
 * Keeps how far someone came in a programme: when a module of it is completed and, as
 * another version may have made it smaller meanwhile, when it is opened. Both are
 * transactions that hold the person.
 */
@Component
class ProgrammeRecorder {

	private final Progress completions;

	private final ProgressRepository rows;

	private final Programmes programmes;

	private final Library library;

	private final Clock clock;

	ProgrammeRecorder(Progress completions, ProgressRepository rows, Programmes programmes, Library library,
			Clock clock) {
		this.completions = completions;
		this.rows = rows;
		this.programmes = programmes;
		this.library = library;
		this.clock = clock;
	}

	/** Before the gradebook is told: what it hears must hold what was reached earlier. */
	@EventListener
	@Order(0)
	void on(LinkLaunched launched) {
		Enrolment enrolment = launched.enrolment();
		Requirements asked = this.programmes.requirements(enrolment.link());
		if (asked.programme() != null) {
			keep(enrolment.person(), this.library.current(), asked.programme());
		}
	}

	/**
	 * Keeps what every programme that asks for a module has come to: the module may be
	 * completed now, and what was reached before anything was kept must not be lost.
	 */
	void progressed(PersonId person, ModuleId module) {
		Pack pack = this.library.current();
		pack.programmes()
			.stream()
			.filter((programme) -> programme.mandatory().contains(module))
			.forEach((programme) -> keep(person, pack, programme));
	}

	private void keep(PersonId person, Pack pack, Programme programme) {
		Completion before = this.rows.find(person, programme.id());
		ProgrammeTally tally = this.completions.tally(person, pack, programme);
		Completion now = tally.count(before.equals(Completion.NONE) ? earlier(tally, pack) : before);
		if (!now.equals(before)) {
			this.rows.keep(person, programme.id(), now, this.clock.instant());
		}
	}

	/**
	 * What was reached before anything was kept of the programme, on the versions on
	 * which modules were completed: grades were sent of it.
	 */
	private Completion earlier(ProgrammeTally tally, Pack pack) {
		Completion reached = Completion.NONE;
		for (PackVersionId version : tally.versions()) {
			Pack then = this.library.version(version);
			Programme programme = then.programme(tally.programme().id().value());
			// Links that name no programme open the first one, whatever that is called.
			if (programme.id().equals(tally.programme().id()) || pack.programmes().get(0).equals(tally.programme())) {
				reached = tally.on(version, programme).count(reached);
			}
		}
		return reached;
	}

}
