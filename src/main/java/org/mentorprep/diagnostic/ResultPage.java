package org.mentorprep.diagnostic;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mentorprep.content.Diagnostic;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Page;
import org.mentorprep.launch.LinkId;

/**
 * What the template {@code diagnostic/result} needs: what came of a sitting.
 *
 * @param version of the pack on which it was answered, for people
 * @param draftKey whether no panel has reviewed the keys yet
 * @param first the page to begin reading with; absent if the module has none
 * @param again whether there are questions for another sitting
 */
record ResultPage(LinkId link, ModuleId module, String moduleTitle, String version, boolean draftKey, Findings findings,
		@Nullable Page first, boolean again) {

	/** Points of 100 from which on the reading is optional. */
	public int mark() {
		return Diagnostic.MARK;
	}

	/** Full references behind the questions, each once. */
	public List<String> sources() {
		return this.findings.answers()
			.stream()
			.flatMap((answered) -> answered.question().item().sources().stream())
			.distinct()
			.sorted()
			.toList();
	}

}
