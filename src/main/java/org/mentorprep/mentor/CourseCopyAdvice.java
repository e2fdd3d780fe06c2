package org.mentorprep.mentor;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.Links;

/** Tells course staff that their course is a copy, and of which one. */
@ControllerAdvice(assignableTypes = { HomeController.class, ModuleController.class })
class CourseCopyAdvice {

	private final Links links;

	CourseCopyAdvice(Links links) {
		this.links = links;
	}

	/** Title of the other course, empty if it has none; absent if this is no copy. */
	@ModelAttribute("copiedFrom")
	@Nullable String copiedFrom(@AuthenticationPrincipal LaunchedUser user, @PathVariable LinkId link) {
		return user.roleIn(link)
			.filter(CourseRole.STAFF::equals)
			.flatMap((staff) -> this.links.copiedFrom(link, user.person()))
			.orElse(null);
	}

}
