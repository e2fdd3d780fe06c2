package org.mentorprep.launch;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The pages around the launch; the launch itself is a filter. */
@Controller
class LaunchController {

	private final RefusedPages refusals;

	LaunchController(RefusedPages refusals) {
		this.refusals = refusals;
	}

	/** Somebody reloads or bookmarks the launch, or an LMS tries the URL. */
	@GetMapping(LaunchFilter.LAUNCH)
	ModelAndView plainVisit() {
		return new ModelAndView("launch/refused", "page", new RefusedPage("launch.visit", null, null, null));
	}

	/** The filter forwards refused launches here; nobody else gets anything. */
	@RequestMapping(LaunchFilter.REFUSED)
	ModelAndView refused(@RequestAttribute(name = LaunchFilter.REFUSED, required = false) LaunchRefused refused,
			HttpServletRequest request) {
		if (refused == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return this.refusals.page(refused, request);
	}

}
