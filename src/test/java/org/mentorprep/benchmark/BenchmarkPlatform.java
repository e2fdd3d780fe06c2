package org.mentorprep.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.mentorprep.testing.IdToken;
import org.mentorprep.testing.TestPlatform;

/**
 * An LMS with one course, whose learners are numbers. It shows its key, gives tokens,
 * takes every score, and signs a launch for whoever asks.
 */
final class BenchmarkPlatform implements AutoCloseable {

	static final String LINK = "link-1";

	private final ExecutorService threads = Executors.newFixedThreadPool(8);

	private final HttpServer server;

	private final String origin;

	BenchmarkPlatform() {
		try {
			this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.origin = "http://127.0.0.1:" + this.server.getAddress().getPort();
		this.server.setExecutor(this.threads);
		String keys = new JWKSet(List.of(TestPlatform.KEY)).toString(true);
		this.server.createContext("/jwks", (exchange) -> answer(exchange, "application/json", keys));
		this.server.createContext("/token", (exchange) -> answer(exchange, "application/json",
				"{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":3600}"));
		this.server.createContext("/lineitems", (exchange) -> answer(exchange, "application/json", ""));
		this.server.start();
	}

	/** Registers it with a tool, as an administrator would. */
	Path platformsFile(Path folder) {
		try {
			return Files.writeString(folder.resolve("platforms.yaml"), """
					platforms:
					  - name: Benchmark LMS
					    issuer: %1$s
					    client-id: %2$s
					    deployment-ids: [%3$s]
					    authorization-endpoint: %1$s/auth
					    token-endpoint: %1$s/token
					    jwks-uri: %1$s/jwks
					""".formatted(this.origin, TestPlatform.clientId(), TestPlatform.deploymentId()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What it sends to begin a launch. */
	Map<String, String> login(String sub) {
		return Map.of("iss", this.origin, "client_id", TestPlatform.clientId(), "login_hint", sub, "target_link_uri",
				"http://localhost/", "lti_deployment_id", TestPlatform.deploymentId());
	}

	/** The signed launch of one module's link. */
	String idToken(String sub, String role, String nonce) {
		Map<String, Object> claims = new LinkedHashMap<>();
		long now = Instant.now().getEpochSecond();
		claims.put("iss", this.origin);
		claims.put("sub", sub);
		claims.put("aud", TestPlatform.clientId());
		claims.put("iat", now);
		claims.put("exp", now + 60);
		claims.put("nonce", nonce);
		claims.put("name", "Robin Okafor " + sub);
		claims.put(TestPlatform.LTI + "message_type", "LtiResourceLinkRequest");
		claims.put(TestPlatform.LTI + "version", "1.3.0");
		claims.put(TestPlatform.LTI + "deployment_id", TestPlatform.deploymentId());
		claims.put(TestPlatform.LTI + "target_link_uri", "http://localhost/");
		claims.put(TestPlatform.LTI + "roles", List.of(TestPlatform.MEMBERSHIP + role));
		claims.put(TestPlatform.LTI + "resource_link", Map.of("id", LINK, "title", "Judgementoring"));
		claims.put(TestPlatform.LTI + "context", Map.of("id", "course-1", "title", "School mentors"));
		claims.put(TestPlatform.LTI + "custom", Map.of("module", "judgementoring"));
		claims.put("https://purl.imsglobal.org/spec/lti-ags/claim/endpoint",
				Map.of("scope", List.of("https://purl.imsglobal.org/spec/lti-ags/scope/score"), "lineitem",
						this.origin + "/lineitems/1/lineitem?type_id=1"));
		return new IdToken(claims).serialize();
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	private static void answer(HttpExchange exchange, String type, String body) throws IOException {
		exchange.getRequestBody().readAllBytes();
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", type);
		exchange.sendResponseHeaders(200, (bytes.length > 0) ? bytes.length : -1);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

}
