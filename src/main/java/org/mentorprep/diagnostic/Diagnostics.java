package org.mentorprep.diagnostic;

import java.util.List;

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
		List<Sitting> sittings = this.rows.of(person, module);
		Ground.State state = (minutes == 0) ? Ground.State.NOT_ASKED
				: (sittings.isEmpty() ? Ground.State.UNTRIED : Ground.State.TRIED);
		boolean known = sittings.stream().anyMatch(Sitting::known);
		return new Ground(known ? Ground.State.KNOWN : state, minutes, sittings.size());
	}

}
