package org.mentorprep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * A browser without a screen: keeps cookies as browsers do on loopback (Secure ones too),
 * and follows no redirects, so that tests see them.
 */
public final class TestBrowser {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final URI tool;

	private final Map<String, String> cookies = new LinkedHashMap<>();

	public TestBrowser(URI tool) {
		this.tool = tool;
	}

	/** The cookies it holds; a test may take some away. */
	public Map<String, String> cookies() {
		return this.cookies;
	}

	public HttpResponse<String> get(String path) {
		return send(HttpRequest.newBuilder(URI.create(this.tool + path)).GET());
	}

	public HttpResponse<String> post(String path, Map<String, String> form) {
		String body = form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return send(HttpRequest.newBuilder(URI.create(this.tool + path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body)));
	}

	public HttpResponse<String> put(String path) {
		return send(HttpRequest.newBuilder(URI.create(this.tool + path)).PUT(BodyPublishers.noBody()));
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

	/** The decoded query of a redirect. */
	public static MultiValueMap<String, String> query(HttpResponse<?> redirect) {
		URI location = URI.create(redirect.headers().firstValue("Location").orElseThrow());
		var query = UriComponentsBuilder.fromUri(location).build().getQueryParams();
		var decoded = new LinkedMultiValueMap<String, String>();
		query.forEach((name, values) -> values
			.forEach((value) -> decoded.add(name, UriUtils.decode(value, StandardCharsets.UTF_8))));
		return decoded;
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		if (!this.cookies.isEmpty()) {
			request.header("Cookie",
					this.cookies.entrySet()
						.stream()
						.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
						.collect(Collectors.joining("; ")));
		}
		try {
			HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
			response.headers().allValues("Set-Cookie").forEach(this::keep);
			return response;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void keep(String header) {
		String pair = header.split(";", 2)[0];
		String name = pair.substring(0, pair.indexOf('='));
		if (header.contains("Max-Age=0")) {
			this.cookies.remove(name);
		}
		else {
			this.cookies.put(name, pair.substring(name.length() + 1));
		}
	}

	/** A login that waits for its launch. */
	public record Login(TestPlatform platform, String state, String nonce) {

		/** A token that answers it, good as it is. */
		public IdToken token() {
			return new IdToken(this.platform.claims(this.nonce));
		}

	}

}
