package org.mentorprep.testing;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Course staff at the picker: one good request to place something, for a test to spoil,
 * and the way from it to the response.
 */
public final class Placing {

	public static final String SETTINGS = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";

	private final TestBrowser browser;

	private final TestBrowser.Login login;

	/** The token that asks for it; good as it is. */
	public final IdToken token;

	/** The settings in it, as a Moodle sends them. */
	public final Map<String, Object> settings = new LinkedHashMap<>();

	public Placing(TestBrowser browser, TestPlatform platform) {
		this.browser = browser;
		this.login = browser.login(platform);
		this.token = this.login.token();
		this.token.claims.put(TestPlatform.LTI + "message_type", "LtiDeepLinkingRequest");
		this.token.claims.put(TestPlatform.LTI + "roles", List.of(TestPlatform.MEMBERSHIP + "Instructor"));
		this.token.claims.put("sub", "staff-1");
		this.token.claims.remove(TestPlatform.LTI + "resource_link");
		this.token.claims.remove(TestPlatform.LTI + "custom");
		this.settings.put("accept_types", List.of("ltiResourceLink"));
		this.settings.put("accept_presentation_document_targets", List.of("frame", "iframe", "window"));
		this.settings.put("accept_multiple", true);
		this.settings.put("deep_link_return_url", platform.origin() + "/return?course=2&sesskey=secret");
		this.token.claims.put(SETTINGS, this.settings);
	}

	/**
	 * The same launch in another tab of the browser, from before its answer came back.
	 */
	public Placing(TestBrowser tab, Placing launched) {
		this.browser = tab;
		this.login = launched.login;
		this.token = launched.token;
		this.settings.putAll(launched.settings);
	}

	/** What the launch answers. */
	public HttpResponse<String> launch() {
		return this.browser.launch(this.login, this.token);
	}

	/** A good launch: the path of the picker. */
	public String open() {
		return launch().headers().firstValue("Location").orElseThrow();
	}

	/** What the picker answers to a choice. */
	public HttpResponse<String> choose(String picker, Map<String, String> choice) {
		Map<String, String> form = new LinkedHashMap<>(choice);
		form.put("_csrf", page(this.browser.get(picker)).select("input[name=_csrf]").val());
		return this.browser.post(picker, form);
	}

	public static Document page(HttpResponse<String> answer) {
		return Jsoup.parse(answer.body());
	}

}
