package org.mentorprep.web;

import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The operator's page of the recurring work. */
@Controller
class RecurringWorkController {

	private final RecurringWork work;

	RecurringWorkController(RecurringWork work) {
		this.work = work;
	}

	@GetMapping("/operator/tasks")
	ModelAndView show() {
		return new ModelAndView("web/tasks", Map.of("page", this.work.all()));
	}

}
