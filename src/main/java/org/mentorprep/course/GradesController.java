package org.mentorprep.course;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.NotFound;
import org.mentorprep.audit.Actor;
import org.mentorprep.content.ModuleId;
import org.mentorprep.course.GradesPage.Part;
import org.mentorprep.launch.Courses;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.Link;
import org.mentorprep.launch.LinkId;
import org.mentorprep.passback.GradeDeliveries;
import org.mentorprep.programme.Programmes;
import org.mentorprep.progress.Progress;

/**
 * Shows course staff where the grades of their course are and who wants help, and sends
 * grades again. What it asks the database is the same for three mentors and for 5,000.
 */
@Controller
class GradesController {

	private static final String GRADES = "/course/{link}/grades";

	private final Courses courses;

	private final Programmes programmes;

	private final Progress progress;

	private final GradeDeliveries deliveries;

	GradesController(Courses courses, Programmes programmes, Progress progress, GradeDeliveries deliveries) {
		this.courses = courses;
		this.programmes = programmes;
		this.progress = progress;
		this.deliveries = deliveries;
	}

	/**
	 * @param page which part of the grades, from 1
	 * @param help which part of those who want help, from 1
	 */
	@GetMapping(GRADES)
	ModelAndView show(@PathVariable LinkId link, @RequestParam(defaultValue = "1") int page,
			@RequestParam(defaultValue = "1") int help, @RequestParam(required = false) @Nullable String sent) {
		List<Link> links = this.courses.links(link);
		return new ModelAndView("course/grades", "page",
				GradesPage.of(link, links, this.deliveries.countsInCourse(link),
						Part.of(page, (after, most) -> this.deliveries.inCourse(link, after, most)),
						Part.of(help, (after, most) -> this.progress.helpWanted(link, required(links), after, most)),
						sent != null));
	}

	/** What a mentor does in modules of other courses is not told in this one. */
	private Set<ModuleId> required(List<Link> course) {
		return course.stream()
			.flatMap((one) -> this.programmes.requirements(one).modules().stream())
			.collect(Collectors.toSet());
	}

	@PostMapping(GRADES + "/{delivery}")
	String resend(@PathVariable LinkId link, @PathVariable UUID delivery, @AuthenticationPrincipal LaunchedUser user) {
		if (!this.deliveries.resend(Actor.learner(user.learner()), delivery, link)) {
			throw new NotFound();
		}
		return "redirect:/course/" + link + "/grades?sent";
	}

}
