package org.mentorprep.attempt;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.LinkId;

/** Shows what came of a finished attempt, and keeps the mentor's own thought about it. */
@Controller
class DebriefController {

	/** As many characters as its column holds. */
	private static final int LONGEST_THOUGHT = 2000;

	private final Workplace workplace;

	private final AttemptRecorder recorder;

	private final Debriefer debriefer;

	DebriefController(Workplace workplace, AttemptRecorder recorder, Debriefer debriefer) {
		this.workplace = workplace;
		this.recorder = recorder;
		this.debriefer = debriefer;
	}

	@GetMapping(Workplace.ATTEMPT + "/debrief")
	ModelAndView show(@AuthenticationPrincipal LaunchedUser user, @PathVariable UUID link, @PathVariable UUID attempt) {
		LinkId here = new LinkId(link);
		Worked worked = this.workplace.attempt(user, here, new AttemptId(attempt));
		if (!worked.done()) {
			return Workplace.leadToPresent(here, worked, "");
		}
		return new ModelAndView("attempt/debrief", "page",
				this.debriefer.debrief(here, worked, worked.attempt().thought(), false));
	}

	@PostMapping(Workplace.ATTEMPT + "/reflection")
	ModelAndView reflect(@AuthenticationPrincipal LaunchedUser user, @PathVariable UUID link,
			@PathVariable UUID attempt, @RequestParam(defaultValue = "") String thought) {
		LinkId here = new LinkId(link);
		Worked worked = this.workplace.attempt(user, here, new AttemptId(attempt));
		if (!worked.done()) {
			return Workplace.leadToPresent(here, worked, "");
		}
		// Browsers send line breaks as CRLF but count them as one (HTML, section
		// 4.10.11).
		String told = thought.replace("\r\n", "\n").strip();
		if (told.length() > LONGEST_THOUGHT) {
			ModelAndView again = new ModelAndView("attempt/debrief", "page",
					this.debriefer.debrief(here, worked, told, true));
			again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		}
		this.recorder.reflect(user.person(), worked.attempt().id(), told);
		return Workplace.leadTo("/links/" + here + "/modules/" + worked.attempt().module());
	}

}
