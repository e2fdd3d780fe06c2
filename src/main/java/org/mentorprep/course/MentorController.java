package org.mentorprep.course;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

import org.mentorprep.launch.LearnerId;
import org.mentorprep.launch.Learners.Learner;
import org.mentorprep.launch.Link;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.Links;
import org.mentorprep.library.Library;
import org.mentorprep.programme.Programmes;
import org.mentorprep.programme.Requirements;
import org.mentorprep.progress.Progress;

/**
 * Shows course staff how far one mentor of their course is, as the LMS's gradebook asks
 * (LTI submission review 1.0).
 */
@Controller
class MentorController {

	private final Links links;

	private final Programmes programmes;

	private final Library library;

	private final Progress progress;

	MentorController(Links links, Programmes programmes, Library library, Progress progress) {
		this.links = links;
		this.programmes = programmes;
		this.library = library;
		this.progress = progress;
	}

	@GetMapping("/course/{link:[0-9a-f-]{36}}/mentors/{learner:[0-9a-f-]{36}}")
	String mentor(@PathVariable("link") UUID linkId, @PathVariable("learner") UUID learnerId, Model model) {
		Link link = this.links.find(new LinkId(linkId)).orElseThrow(MentorController::notFound);
		Learner learner = this.links.learnerBeside(link.id(), new LearnerId(learnerId))
			.orElseThrow(MentorController::notFound);
		Requirements required = this.programmes.askedBy(link);
		model.addAttribute("page",
				MentorPage.of(learner.name(), required, this.library,
						this.progress.standing(learner.person(), required.modules()), (required.programme() != null)
								? this.progress.standing(learner.person(), required.programme()) : null));
		return "course/mentor";
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
