package org.mentorprep.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows that a network sent too many requests; {@link RateLimitFilter} forwards to it.
 * The page is under /lti, where any LMS may frame it, because the filter does not find
 * out which LMS a request is from.
 */
@Controller
class BusyController {

	static final String PATH = "/lti/busy";

	static final String AWAY = "/lti/unavailable";

	/** The database can't be had: {@link DatabaseAwayFilter} forwards to it. */
	@GetMapping(AWAY)
	ModelAndView away(@RequestAttribute(AWAY) boolean away) {
		return new ModelAndView("web/unavailable", HttpStatus.SERVICE_UNAVAILABLE);
	}

	@GetMapping(PATH)
	ModelAndView busy(@RequestAttribute(PATH) BusyPage busy) {
		ModelAndView page = new ModelAndView("web/busy", HttpStatus.TOO_MANY_REQUESTS);
		page.addObject("page", busy);
		return page;
	}

	/**
	 * What the template {@code web/busy} needs.
	 *
	 * @param seconds after which it is worth trying again
	 */
	public record BusyPage(long seconds) {
	}

}
