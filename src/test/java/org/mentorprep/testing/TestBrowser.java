package org.mentorprep.testing;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * A browser at the tool's front door: begins and finishes launches of a
 * {@link TestPlatform}, and follows no redirects, so that tests see them.
 */
public final class TestBrowser {

	private final LoopbackHttp http = new LoopbackHttp();

	private final URI tool;

	public TestBrowser(URI tool) {
		this.tool = tool;
	}

	/** From now on it is in the frame of an LMS, and says so as browsers do. */
	public TestBrowser inFrame() {
		return always("Sec-Fetch-Dest", "iframe");
	}

	/** From now on it sends this header with every request. */
	public TestBrowser always(String header, String text) {
		this.http.always(header, text);
		return this;
	}

	/** The cookies it holds; a test may take some away. */
	public Map<String, String> cookies() {
		return this.http.cookies(this.tool.getHost());
	}

	/**
	 * A second tab, that sends what this one holds now: what they receive from then on
	 * each keeps to itself, as if no answer had come back yet.
	 */
	public TestBrowser tab() {
		TestBrowser tab = new TestBrowser(this.tool);
		tab.cookies().putAll(cookies());
		return tab;
	}

	public HttpResponse<String> get(String path) {
		return this.http.get(URI.create(this.tool + path));
	}

	public HttpResponse<String> post(String path, Map<String, String> form) {
		return this.http.post(URI.create(this.tool + path), form);
	}

	/** Sends a form with nothing but a file. */
	public HttpResponse<String> post(String path, String file, byte[] content) {
		return this.http.post(URI.create(this.tool + path), Map.of(), file, content);
	}

	public HttpResponse<String> put(String path) {
		return this.http.send(HttpRequest.newBuilder(URI.create(this.tool + path)).PUT(BodyPublishers.noBody()));
	}

	/** What an LMS sends to begin a launch. */
	public static Map<String, String> announcement(TestPlatform platform) {
		return new LinkedHashMap<>(Map.of("iss", platform.issuer(), "client_id", TestPlatform.clientId(), "login_hint",
				"4", "target_link_uri", "https://tool.example/", "lti_deployment_id", TestPlatform.deploymentId()));
	}

	/** Begins a launch. */
	public Login login(TestPlatform platform) {
		MultiValueMap<String, String> asked = query(post("/lti/login", announcement(platform)));
		return new Login(platform, asked.getFirst("state"), asked.getFirst("nonce"));
	}

	/** Finishes a launch. */
	public HttpResponse<String> launch(Login login, IdToken token) {
		return post("/lti/launch", Map.of("state", login.state(), "id_token", token.serialize()));
	}

	/** A good launch from end to end: the path of the link. */
	public String launch(TestPlatform platform) {
		Login login = login(platform);
		return launch(login, login.token()).headers().firstValue("Location").orElseThrow();
	}

	/** A good launch by somebody, somewhere, as something in particular. */
	public HttpResponse<String> launch(TestPlatform platform, String sub, String resourceLink, String role) {
		Login login = login(platform);
		return launch(login, login.token().of(sub, resourceLink, role));
	}

	/** The decoded query of a redirect. */
	public static MultiValueMap<String, String> query(HttpResponse<?> redirect) {
		URI location = URI.create(redirect.headers().firstValue("Location").orElseThrow());
		var query = UriComponentsBuilder.fromUri(location).build().getQueryParams();
		var decoded = new LinkedMultiValueMap<String, String>();
		query.forEach((name, values) -> values
			.forEach((value) -> decoded.add(name, UriUtils.decode(value, StandardCharsets.UTF_8))));
		return decoded;
	}

	/** A login that waits for its launch. */
	public record Login(TestPlatform platform, String state, String nonce) {

		/** A token that answers it, good as it is. */
		public IdToken token() {
			return new IdToken(this.platform.claims(this.nonce));
		}

	}

}
