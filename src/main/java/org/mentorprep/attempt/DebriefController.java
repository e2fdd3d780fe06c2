package org.mentorprep.attempt;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.NotFound;
import org.mentorprep.activity.Mark;
import org.mentorprep.content.PassRule;
import org.mentorprep.programme.CurrentLink;

/** Shows what came of a finished attempt, and keeps the mentor's own thought about it. */
@Controller
class DebriefController {

	/** As many characters as its column holds. */
	private static final int LONGEST_THOUGHT = 2000;

	private final Attempts attempts;

	DebriefController(Attempts attempts) {
		this.attempts = attempts;
	}

	@GetMapping(AttemptController.ATTEMPT + "/debrief")
	ModelAndView show(CurrentLink link, @PathVariable("attempt") AttemptId id) {
		Attempt attempt = find(link, id);
		return attempt.done() ? page(link, attempt, attempt.thought(), false)
				: AttemptController.leadToDue(link, attempt, "");
	}

	@PostMapping(AttemptController.ATTEMPT + "/reflection")
	ModelAndView reflect(CurrentLink link, @PathVariable("attempt") AttemptId id,
			@RequestParam(defaultValue = "") String thought) {
		Attempt attempt = find(link, id);
		if (!attempt.done()) {
			return AttemptController.leadToDue(link, attempt, "");
		}
		// Browsers send line breaks as CRLF but count them as one (HTML, section
		// 4.10.11).
		String told = thought.replace("\r\n", "\n").strip();
		if (told.length() > LONGEST_THOUGHT) {
			ModelAndView again = page(link, attempt, told, true);
			again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		}
		this.attempts.reflect(link.person(), id, told);
		return AttemptController.leadTo(link.path() + "/modules/" + attempt.module());
	}

	private Attempt find(CurrentLink link, AttemptId attempt) {
		return this.attempts.find(link.person(), link.requirements(), attempt).orElseThrow(NotFound::new);
	}

	private ModelAndView page(CurrentLink link, Attempt attempt, String thought, boolean thoughtTooLong) {
		Mark mark = attempt.mark().orElseThrow();
		PassRule rule = this.attempts.rule(attempt.module(), attempt.pack(), mark, attempt.exercise().activity());
		return new ModelAndView("attempt/debrief", "page",
				DebriefPage.of(link.id(), attempt, rule,
						this.attempts.tries(attempt.person(), attempt.practice(), attempt.module(), attempt.task()),
						thought, thoughtTooLong));
	}

}
