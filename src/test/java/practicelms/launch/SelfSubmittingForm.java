package practicelms.launch;

import java.util.Map;

import org.springframework.web.servlet.ModelAndView;

/** The page by which an LMS sends a browser elsewhere by POST. */
final class SelfSubmittingForm {

	private SelfSubmittingForm() {
	}

	static ModelAndView to(String action, Map<String, String> fields) {
		return new ModelAndView("form", Map.of("action", action, "fields", fields));
	}

}
