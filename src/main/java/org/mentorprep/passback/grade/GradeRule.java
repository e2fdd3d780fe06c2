package org.mentorprep.passback.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.mentorprep.completion.Standing;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.programme.Asked;

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
	 * The grade; empty as long as nothing was finished that counts.
	 * @param standings where the learner stands in each module
	 */
	Optional<Grade> grade(Asked asked, Pack pack, Function<ModuleId, Standing> standings) {
		List<Module> modules = asked.mandatory().stream().flatMap((module) -> pack.module(module).stream()).toList();
		List<Standing> counted = modules.stream().map((module) -> standings.apply(module.id())).toList();
		if (counted.stream().allMatch(Standing::untouched)) {
			return Optional.empty();
		}
		return Optional
			.of(asked.single() ? ofModule(modules.get(0), counted.get(0), pack) : ofProgramme(modules, counted));
	}

	private Grade ofModule(Module module, Standing standing, Pack pack) {
		if (standing.completed()) {
			return new Grade(standing.points(), true, this.words.completed(module));
		}
		int points = Math.min(standing.points(), module.passRule().mostWhileOpen());
		return new Grade(points, false, this.words.missing(module, standing, pack));
	}

	private Grade ofProgramme(List<Module> modules, List<Standing> standings) {
		List<Module> open = new ArrayList<>();
		for (int i = 0; i < modules.size(); i++) {
			if (!standings.get(i).completed()) {
				open.add(modules.get(i));
			}
		}
		int completed = modules.size() - open.size();
		// Three of four modules would pass where 70 passes, and nobody may read it so.
		int most = open.stream().mapToInt((module) -> module.passRule().mostWhileOpen()).min().orElse(Grade.MAXIMUM);
		int points = Math.min(completed * Grade.MAXIMUM / modules.size(), most);
		return new Grade(points, open.isEmpty(), this.words.programme(completed, modules.size(), open));
	}

}
