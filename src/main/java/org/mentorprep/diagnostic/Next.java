package org.mentorprep.diagnostic;

import java.util.List;

import org.mentorprep.activity.Answer;
import org.mentorprep.content.PublishedPackId;

/**
 * The sitting that comes next for somebody: nothing of it is kept before it is handed in.
 */
record Next(int number, long seed, Paper paper) {

	/** The sitting once it is answered; only if nothing is open. */
	Sitting answered(PublishedPackId pack, Answer sent) {
		List<Given> given = this.paper.given(sent);
		return new Sitting(this.number, pack, this.seed, given, this.paper.findings(given).known());
	}

}
