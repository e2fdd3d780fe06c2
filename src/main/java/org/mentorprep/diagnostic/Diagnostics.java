package org.mentorprep.diagnostic;

import org.springframework.stereotype.Component;

import org.mentorprep.content.Diagnostic;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.launch.PersonId;

/** Tells whether the reading of a module is optional for somebody. */
@Component
public class Diagnostics {

	private final SittingRepository rows;

	Diagnostics(SittingRepository rows) {
		this.rows = rows;
	}

	/**
	 * How somebody stands to the ground of a module. Who knew it once is not asked again,
	 * whatever later sittings or versions say.
	 * @param pack the version that is shown now
	 */
	public ReadingAdvice ground(PersonId person, Pack pack, ModuleId module) {
		int minutes = pack.diagnostic(module).map(Diagnostic::minutes).orElse(0);
		SittingRepository.Summary sittings = this.rows.summary(person, module);
		ReadingAdvice.State state = (minutes == 0) ? ReadingAdvice.State.NOT_ASKED
				: ((sittings.number() == 0) ? ReadingAdvice.State.UNTRIED : ReadingAdvice.State.TRIED);
		return new ReadingAdvice(sittings.known() ? ReadingAdvice.State.KNOWN : state, minutes, sittings.number());
	}

}
