package practicelms.launch;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import practicelms.course.Site;
import practicelms.course.Tools;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers the tool's authentication request (OpenID Connect core, section 3.2.2; LTI
 * security framework, section 5.1.1.2), in the order of Moodle's auth.php: the hint is
 * spent before the redirect address is looked at.
 */
@Controller
class AuthController {

	private final Site site;

	private final Tools tools;

	private final IdToken idToken;

	private final JsonMapper json;

	AuthController(Site site, Tools tools, IdToken idToken, JsonMapper json) {
		this.site = site;
		this.tools = tools;
		this.idToken = idToken;
		this.json = json;
	}

	@RequestMapping(path = "/auth", method = { RequestMethod.GET, RequestMethod.POST })
	ModelAndView auth(HttpServletRequest request) {
		BrowserSession session = BrowserSession.of(request).orElse(null);
		if (session == null) {
			return SelfSubmittingForm.again("/auth", request);
		}
		String nonce = wanted(request, "nonce");
		String redirectUri = wanted(request, "redirect_uri");
		String clientId = wanted(request, "client_id");
		String loginHint = wanted(request, "login_hint");
		String launchId = launchId(wanted(request, "lti_message_hint"));
		exactly("openid", wanted(request, "scope"));
		exactly("id_token", wanted(request, "response_type"));
		PendingLaunch launch = session.spend(launchId).orElseThrow(() -> new PageMissing("Invalid request"));
		if (!this.site.redirectUris().contains(redirectUri)) {
			throw new PageMissing("Invalid request");
		}
		Map<String, String> answer = refusal(session, clientId, loginHint, request);
		if (answer.isEmpty()) {
			answer.put("id_token", this.idToken.create(session, launch, nonce));
		}
		addState(answer, request.getParameter("state"));
		return SelfSubmittingForm.to(redirectUri, answer);
	}

	private Map<String, String> refusal(BrowserSession session, String clientId, String loginHint,
			HttpServletRequest request) {
		if (!this.tools.current().clientId().equals(clientId)) {
			return error("unauthorized_client", null);
		}
		if (!session.person().id().equals(loginHint)) {
			return error("access_denied", null);
		}
		String responseMode = request.getParameter("response_mode");
		if (!"form_post".equals(responseMode)) {
			return error("invalid_request", ((responseMode != null) ? "Invalid" : "Missing") + " response_mode");
		}
		String prompt = request.getParameter("prompt");
		if (StringUtils.hasLength(prompt) && !"none".equals(prompt)) {
			return error("invalid_request", "Invalid prompt");
		}
		return new LinkedHashMap<>();
	}

	private static Map<String, String> error(String error, @Nullable String description) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("error", error);
		if (description != null) {
			fields.put("error_description", description);
		}
		return fields;
	}

	/** State comes back, but tags are cut out of it. */
	private static void addState(Map<String, String> answer, @Nullable String state) {
		if (state != null) {
			answer.put("state", state.replaceAll("<[^>]*>", ""));
		}
	}

	private String launchId(String hint) {
		try {
			return this.json.readTree(hint).path("launchid").asString();
		}
		catch (JacksonException ex) {
			throw new PageMissing("No launch id in LTI hint");
		}
	}

	private static void exactly(String expected, String actual) {
		if (!expected.equals(actual)) {
			throw new PageMissing("Invalid request");
		}
	}

	private static String wanted(HttpServletRequest request, String name) {
		String value = request.getParameter(name);
		if (!StringUtils.hasLength(value)) {
			throw new PageMissing("A required parameter (" + name + ") was missing");
		}
		return value;
	}

}
