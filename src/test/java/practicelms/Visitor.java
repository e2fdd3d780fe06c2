package practicelms;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import practicelms.course.Activity;
import practicelms.course.Person;
import tools.jackson.databind.json.JsonMapper;

/** A browser without the browser: a cookie jar that can press self-submitting forms. */
class Visitor {

	private final HttpClient http = HttpClient.newBuilder()
		.cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	static Visitor as(Person person) {
		Visitor visitor = new Visitor();
		visitor.post("/be", Map.of("person", person.id()));
		return visitor;
	}

	HttpResponse<String> get(String path) {
		return PracticeFixture.send(this.http,
				HttpRequest.newBuilder(URI.create(PracticeFixture.LMS.baseUrl() + path)).header("Accept", "text/html"));
	}

	HttpResponse<String> post(String path, Map<String, String> fields) {
		return PracticeFixture.send(this.http, PracticeFixture.post(PracticeFixture.LMS.baseUrl() + path,
				"application/x-www-form-urlencoded", PracticeFixture.form(fields)));
	}

	/** The login initiation that the activity's frame sends to the tool. */
	Map<String, String> open(Activity activity) {
		return fields(get("/launch.php?id=" + activity.cmid() + "&triggerview=0"));
	}

	/** A good authentication request that follows from a login initiation. */
	static Map<String, String> authRequest(Map<String, String> login) {
		Map<String, String> request = new LinkedHashMap<>();
		request.put("scope", "openid");
		request.put("response_type", "id_token");
		request.put("response_mode", "form_post");
		request.put("prompt", "none");
		request.put("client_id", login.get("client_id"));
		request.put("redirect_uri", PracticeFixture.TOOL.url() + "/lti/launch");
		request.put("login_hint", login.get("login_hint"));
		request.put("lti_message_hint", login.get("lti_message_hint"));
		request.put("state", "state-1");
		request.put("nonce", "nonce-1");
		return request;
	}

	HttpResponse<String> auth(Map<String, String> request) {
		return get("/auth?" + PracticeFixture.form(request));
	}

	/** The claims of a good launch, as JSON that keeps nulls. */
	Map<String, Object> launch(Activity activity) {
		return claims(open(activity));
	}

	/** The claims of whatever a login initiation began. */
	Map<String, Object> claims(Map<String, String> login) {
		String token = fields(auth(authRequest(login))).get("id_token");
		String payload = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
		return JsonMapper.shared().readerForMapOf(Object.class).readValue(payload);
	}

	static String action(HttpResponse<String> page) {
		return Jsoup.parse(page.body()).selectFirst("#self-submitting").attr("action");
	}

	static Map<String, String> fields(HttpResponse<String> page) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (Element field : Jsoup.parse(page.body()).select("#self-submitting input[type=hidden]")) {
			fields.put(field.attr("name"), field.attr("value"));
		}
		return fields;
	}

}
