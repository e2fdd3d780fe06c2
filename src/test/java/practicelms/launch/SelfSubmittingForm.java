package practicelms.launch;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.servlet.ModelAndView;

/** The page by which an LMS sends a browser elsewhere by POST. */
public final class SelfSubmittingForm {

	private SelfSubmittingForm() {
	}

	/**
	 * A cross-site POST, or a link of the tool's page in the frame, brings no cookie of
	 * ours. Posting the same again from a page of our own does.
	 */
	public static ModelAndView again(String action, HttpServletRequest request) {
		if (request.getParameter("repost") != null) {
			throw new PageMissing("Choose first who you are");
		}
		Map<String, String> fields = new LinkedHashMap<>();
		request.getParameterMap().forEach((name, values) -> fields.put(name, values[0]));
		fields.put("repost", "true");
		return to(action, fields);
	}

	public static ModelAndView to(String action, Map<String, String> fields) {
		return new ModelAndView("form", Map.of("action", action, "fields", fields));
	}

}
