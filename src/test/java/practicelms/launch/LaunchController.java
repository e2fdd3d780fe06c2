package practicelms.launch;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import practicelms.course.Activity;
import practicelms.course.Course;
import practicelms.course.Site;
import practicelms.course.Tools;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Begins a launch: sends the browser to the tool's login address, in the same frame
 * (OpenID Connect core, section 4; LTI security framework, section 5.1.1.1).
 */
@Controller
class LaunchController {

	private final Site site;

	private final Tools tools;

	private final Course course;

	private final JsonMapper json;

	LaunchController(Site site, Tools tools, Course course, JsonMapper json) {
		this.site = site;
		this.tools = tools;
		this.course = course;
		this.json = json;
	}

	@GetMapping("/launch.php")
	ModelAndView launch(@RequestParam int id, @RequestParam(defaultValue = "3") int container,
			@RequestParam(required = false) String user, HttpServletRequest request) {
		Activity activity = this.course.activity(id).orElseThrow(() -> new PageMissing("No such activity"));
		BrowserSession session = BrowserSession.of(request)
			.orElseThrow(() -> new PageMissing("Choose first who you are"));
		return announce(session, activity.cmid(), new PendingLaunch(activity, Container.of(container), user));
	}

	/**
	 * A teacher wants to choose what to add; the tool opens in the frame of a dialogue.
	 */
	@GetMapping("/contentitem.php")
	ModelAndView choose(HttpServletRequest request) {
		BrowserSession session = BrowserSession.of(request)
			.orElseThrow(() -> new PageMissing("Choose first who you are"));
		return announce(session, 0, new PendingLaunch(null, Container.FRAME, null));
	}

	private ModelAndView announce(BrowserSession session, int cmid, PendingLaunch launch) {
		String launchId = session.add(launch);
		Map<String, Object> hint = new LinkedHashMap<>();
		hint.put("cmid", cmid);
		hint.put("launchid", launchId);
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("iss", this.site.baseUrl());
		fields.put("target_link_uri", this.site.toolLaunch());
		fields.put("login_hint", session.person().id());
		fields.put("lti_message_hint", this.json.writeValueAsString(hint));
		fields.put("client_id", this.tools.current().clientId());
		fields.put("lti_deployment_id", this.tools.current().deploymentId());
		return SelfSubmittingForm.to(this.site.toolLogin(), fields);
	}

}
