package org.mentorprep.passback;

import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The operator's page of deliveries. */
@Controller
class DeliveriesController {

	private final Backlogs backlogs;

	DeliveriesController(Backlogs backlogs) {
		this.backlogs = backlogs;
	}

	@GetMapping("/operator/deliveries")
	ModelAndView show() {
		return new ModelAndView("passback/deliveries", Map.of("page", this.backlogs.all()));
	}

}
