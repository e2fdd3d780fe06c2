package org.mentorprep.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page for whoever knocked too often; the filter forwards to it. It stands under
 * /lti, where any LMS may frame a page, as nobody looked whose request it was.
 */
@Controller
class BusyController {

	static final String PATH = "/lti/busy";

	@GetMapping(PATH)
	ModelAndView busy(@RequestAttribute(PATH) BusyPage busy) {
		ModelAndView page = new ModelAndView("web/busy", HttpStatus.TOO_MANY_REQUESTS);
		page.addObject("page", busy);
		return page;
	}

	/**
	 * What a page says to whoever knocked too often.
	 *
	 * @param seconds after which it is worth trying again
	 */
	public record BusyPage(long seconds) {
	}

}
