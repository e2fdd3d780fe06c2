package org.mentorprep.fuzz;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * An LMS that registers the tool and says what it is told to; the practice LMS could not
 * be made to say half of it. Good as it begins.
 */
final class FuzzLms implements AutoCloseable {

	static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";

	private static final String CONFIGURATION = "/openid-configuration";

	private static final String REGISTRATION = "/registration";

	Map<String, Object> configuration;

	/** Said instead, if set. */
	String configurationText;

	int configurationStatus;

	Map<String, Object> answer;

	/** Said instead, if set. */
	String answerText;

	int answerStatus;

	private final HttpServer server;

	private final String host;

	private int number;

	FuzzLms() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
		this.host = "127.0.0.1:" + this.server.getAddress().getPort();
		this.server.createContext("/", this::handle);
		this.server.start();
		anew();
	}

	/** Another issuer at the same host, all good. */
	FuzzLms anew() {
		String base = "http://" + this.host;
		this.configuration = new LinkedHashMap<>(Map.of("issuer", base + "/fuzz/" + ++this.number,
				"authorization_endpoint", base + "/auth", "token_endpoint", base + "/token", "jwks_uri", base + "/jwks",
				"registration_endpoint", base + REGISTRATION, "scopes_supported", List.of("openid")));
		this.answer = new LinkedHashMap<>(
				Map.of("client_id", "client-" + this.number, TOOL, Map.of("deployment_id", "1")));
		this.configurationText = null;
		this.answerText = null;
		this.configurationStatus = 200;
		this.answerStatus = 200;
		return this;
	}

	String host() {
		return this.host;
	}

	String configurationAddress() {
		return "http://" + this.host + CONFIGURATION;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void handle(HttpExchange exchange) throws IOException {
		exchange.getRequestBody().readAllBytes();
		switch (exchange.getRequestURI().getPath()) {
			case CONFIGURATION -> say(exchange, this.configurationStatus, this.configurationText, this.configuration);
			case REGISTRATION -> say(exchange, this.answerStatus, this.answerText, this.answer);
			default -> say(exchange, 404, "canary", Map.of());
		}
	}

	private static void say(HttpExchange exchange, int status, String text, Map<String, Object> json)
			throws IOException {
		byte[] body = ((text != null) ? text : JSONObjectUtils.toJSONString(json)).getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.getResponseHeaders().set("Location", CONFIGURATION);
		boolean empty = body.length == 0 || status == 204;
		exchange.sendResponseHeaders(status, empty ? -1 : body.length);
		if (!empty) {
			exchange.getResponseBody().write(body);
		}
		exchange.close();
	}

}
