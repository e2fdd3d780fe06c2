package org.mentorprep.course;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import org.mentorprep.NotFound;
import org.mentorprep.launch.LearnerId;
import org.mentorprep.launch.Learners.Learner;
import org.mentorprep.launch.Links;
import org.mentorprep.launch.Pseudonym;
import org.mentorprep.library.Library;
import org.mentorprep.programme.CurrentLink;
import org.mentorprep.progress.LinkProgress;
import org.mentorprep.progress.Progress;

/**
 * Shows course staff how far one mentor of their course is, as the LMS's gradebook asks
 * (LTI submission review 1.0).
 */
@Controller
class MentorController {

	private final Links links;

	private final Library library;

	private final Progress progress;

	MentorController(Links links, Library library, Progress progress) {
		this.links = links;
		this.library = library;
		this.progress = progress;
	}

	@GetMapping("/course/{link}/mentors/{learner}")
	String mentor(CurrentLink link, @PathVariable LearnerId learner, Model model) {
		Learner mentor = this.links.learnerBeside(link.id(), learner).orElseThrow(NotFound::new);
		LinkProgress progress = this.progress.of(mentor.person(), link.requirements());
		model.addAttribute("page", MentorPage.of(mentor.name(), Pseudonym.of(link.link(), learner), link.requirements(),
				this.library, progress.modules(), progress.programme()));
		return "course/mentor";
	}

}
