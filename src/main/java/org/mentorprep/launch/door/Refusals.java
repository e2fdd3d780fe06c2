package org.mentorprep.launch.door;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.platform.Reference;

/**
 * Tells people in words and the log in clauses why somebody was not let in; a reference
 * joins the two.
 */
@Component
class Refusals {

	private static final Logger log = LoggerFactory.getLogger(Refusals.class);

	ModelAndView page(LaunchRefused refused) {
		Refusal refusal = refused.refusal();
		Reference reference = Reference.fresh();
		log.warn("Launch refused, reference {}: {} ({})", reference, refusal, refused.getMessage());
		ModelAndView page = new ModelAndView("launch/refused", refusal.status());
		page.addObject("page", new RefusedPage(refusal.words(), refused.quote(), reference.value()));
		return page;
	}

}
