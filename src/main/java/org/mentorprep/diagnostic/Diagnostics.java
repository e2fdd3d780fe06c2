package org.mentorprep.diagnostic;

import org.springframework.stereotype.Component;

import org.mentorprep.content.Diagnostic;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.launch.PersonId;

/** Tells whether the reading of a module is optional for somebody. */
@Component
public class Diagnostics {

	private final SittingRows rows;

	Diagnostics(SittingRows rows) {
		this.rows = rows;
	}

	/**
	 * How somebody stands to the ground of a module. Who knew it once is not asked again,
	 * whatever later sittings or versions say.
	 * @param pack the version that is shown now
	 */
	public Ground ground(PersonId person, Pack pack, ModuleId module) {
		int minutes = pack.diagnostic(module).map(Diagnostic::minutes).orElse(0);
		SittingRows.Summary sittings = this.rows.summary(person, module);
		Ground.State state = (minutes == 0) ? Ground.State.NOT_ASKED
				: ((sittings.number() == 0) ? Ground.State.UNTRIED : Ground.State.TRIED);
		return new Ground(sittings.known() ? Ground.State.KNOWN : state, minutes, sittings.number());
	}

}
