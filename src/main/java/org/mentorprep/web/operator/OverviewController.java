package org.mentorprep.web.operator;

import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.platform.Platforms;

/** The first page: the few facts that tell whether all is well. */
@Controller
class OverviewController {

	private final Platforms platforms;

	OverviewController(Platforms platforms) {
		this.platforms = platforms;
	}

	@GetMapping(OperatorDoor.HOME)
	ModelAndView overview() {
		return new ModelAndView("operator/overview", Map.of("page", new OverviewPage(this.platforms.enabled())));
	}

}
