package org.mentorprep.passback;

import java.util.Optional;

import org.springframework.stereotype.Component;

import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.launch.Enrolment;
import org.mentorprep.launch.Link;
import org.mentorprep.library.Library;
import org.mentorprep.programme.Programmes;
import org.mentorprep.programme.Requirements;
import org.mentorprep.progress.Progress;

/** Puts together what the grade of a learner in a link is made of. */
@Component
public class EarnedGrades {

	private final Programmes programmes;

	private final Progress completions;

	private final Library library;

	private final GradeRule rule;

	EarnedGrades(Programmes programmes, Progress completions, Library library, GradeWords words) {
		this.programmes = programmes;
		this.completions = completions;
		this.library = library;
		this.rule = new GradeRule(words);
	}

	/** Whether a module has to do with the grade of a link. */
	public boolean counts(Link link, ModuleId module) {
		return this.programmes.requirements(link).counts(module);
	}

	/** Empty as long as nothing was finished that counts there. */
	public Optional<Grade> grade(Enrolment enrolment) {
		Requirements asked = this.programmes.requirements(enrolment.link());
		Pack pack = this.library.current();
		if (asked.programme() != null) {
			return this.rule.ofProgramme(this.completions.standing(enrolment.person(), asked.programme()), pack);
		}
		return asked.mandatory()
			.stream()
			.findFirst()
			.flatMap(pack::module)
			.flatMap((module) -> this.rule.ofModule(module, this.completions.standing(enrolment.person(), module.id()),
					pack));
	}

}
