package org.mentorprep.passback;

import java.util.List;
import java.util.Optional;

import org.mentorprep.content.Module;
import org.mentorprep.content.Pack;
import org.mentorprep.progress.ModuleProgress;
import org.mentorprep.progress.ProgrammeProgress;

/**
 * Decides which grade a learner has earned in a link. A grade never says more than we do:
 * only what is completed reaches the pass mark.
 */
class GradeRule {

	private final GradeWords words;

	GradeRule(GradeWords words) {
		this.words = words;
	}

	/**
	 * The grade of a link that stands for a module; empty as long as nothing was finished
	 * in it.
	 */
	Optional<Grade> ofModule(Module module, ModuleProgress standing, Pack pack) {
		if (standing.untouched()) {
			return Optional.empty();
		}
		if (standing.completed()) {
			return Optional.of(new Grade(standing.points(), true, this.words.completed(module)));
		}
		int points = Math.min(standing.points(), module.passRule().mostWhileOpen());
		return Optional.of(new Grade(points, false, this.words.missing(module, standing, pack)));
	}

	/**
	 * The grade of a link that stands for a programme; empty as long as nothing was
	 * finished that counts.
	 */
	Optional<Grade> ofProgramme(ProgrammeProgress standing, Pack pack) {
		if (standing.untouched()) {
			return Optional.empty();
		}
		List<Module> open = standing.open().stream().flatMap((module) -> pack.module(module).stream()).toList();
		if (standing.completed()) {
			return Optional.of(new Grade(standing.points(), true, this.words.completed(standing.modules(), open)));
		}
		// Three of four modules would pass where 70 passes, and nobody may read it so.
		int most = open.stream().mapToInt((module) -> module.passRule().mostWhileOpen()).min().orElse(Grade.MAXIMUM);
		return Optional
			.of(new Grade(Math.min(standing.points(), most), false, this.words.missing(standing.modules(), open)));
	}

}
