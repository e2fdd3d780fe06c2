package org.mentorprep.course;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.audit.Actor;
import org.mentorprep.launch.Courses;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.LinkId;
import org.mentorprep.passback.GradeDeliveries;

/** Shows course staff where the grades of their course are, and sends them again. */
@Controller
class GradesController {

	private static final String GRADES = "/course/{link:[0-9a-f-]{36}}/grades";

	private final Courses learners;

	private final GradeDeliveries deliveries;

	private final HelpWanted helpWanted;

	GradesController(Courses learners, GradeDeliveries deliveries, HelpWanted helpWanted) {
		this.learners = learners;
		this.deliveries = deliveries;
		this.helpWanted = helpWanted;
	}

	@GetMapping(GRADES)
	ModelAndView show(@PathVariable("link") UUID link, @RequestParam(required = false) @Nullable String sent) {
		LinkId here = new LinkId(link);
		Map<LinkId, String> links = this.learners.titles(here);
		return new ModelAndView("course/grades", "page", GradesPage.of(here, this.deliveries.in(links.keySet()),
				this.learners.names(here), links, this.helpWanted.in(here), sent != null));
	}

	@PostMapping(GRADES + "/{delivery:[0-9a-f-]{36}}")
	String resend(@PathVariable("link") UUID link, @PathVariable("delivery") UUID delivery,
			@AuthenticationPrincipal LaunchedUser user) {
		Set<LinkId> course = this.learners.titles(new LinkId(link)).keySet();
		if (!this.deliveries.resend(Actor.learner(user.learner()), delivery, course)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return "redirect:/course/" + link + "/grades?sent";
	}

}
