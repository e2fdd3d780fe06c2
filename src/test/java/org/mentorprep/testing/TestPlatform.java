package org.mentorprep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.mentorprep.platform.PlatformId;

/**
 * A registered LMS that shows its key and otherwise does what a test tells it to: it
 * gives one valid set of claims, for the test to spoil.
 */
public final class TestPlatform implements AutoCloseable {

	public static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";

	public static final String MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership#";

	/** The key that {@link IdToken} signs with unless told otherwise. */
	public static final RSAKey KEY = key("platform-key");

	/** Key ids that the LMS shows besides: one for another algorithm, one of a curve. */
	public static final String FOR_RS384 = "for-rs384";

	public static final String OF_A_CURVE = "of-a-curve";

	private final HttpServer server;

	private final String origin;

	private final String issuer;

	private final PlatformId id = new PlatformId(UUID.randomUUID());

	private TestPlatform(HttpServer server) {
		this.server = server;
		this.origin = "http://127.0.0.1:" + server.getAddress().getPort();
		// Ports come back; an issuer of an earlier test must not.
		this.issuer = this.origin + "/" + this.id;
	}

	/** Registers an LMS of its own, with one deployment, straight into the database. */
	public static TestPlatform register(JdbcClient jdbc) {
		TestPlatform platform = new TestPlatform(serve());
		platform.insert(jdbc, platform.id, clientId(), true);
		return platform;
	}

	public static String clientId() {
		return "client-1";
	}

	public static String deploymentId() {
		return "deployment-1";
	}

	public static RSAKey key(String keyId) {
		try {
			return new RSAKeyGenerator(2048).keyID(keyId).keyUse(KeyUse.SIGNATURE).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** One more registration of the same issuer. */
	public void registerAgain(JdbcClient jdbc, String clientId, boolean enabled) {
		insert(jdbc, new PlatformId(UUID.randomUUID()), clientId, enabled);
	}

	public PlatformId id() {
		return this.id;
	}

	public String issuer() {
		return this.issuer;
	}

	public String origin() {
		return this.origin;
	}

	public String authorizationEndpoint() {
		return this.origin + "/auth?tenant=a%2Fb";
	}

	/** The claims of a good launch by one learner. */
	public Map<String, Object> claims(String nonce) {
		Map<String, Object> claims = new LinkedHashMap<>();
		long now = Instant.now().getEpochSecond();
		claims.put("iss", this.issuer);
		claims.put("sub", "user-1");
		claims.put("aud", clientId());
		claims.put("iat", now);
		claims.put("exp", now + 60);
		claims.put("nonce", nonce);
		claims.put("name", "Robin Okafor");
		claims.put(LTI + "message_type", "LtiResourceLinkRequest");
		claims.put(LTI + "version", "1.3.0");
		claims.put(LTI + "deployment_id", deploymentId());
		claims.put(LTI + "target_link_uri", "https://tool.example/");
		claims.put(LTI + "roles", List.of(MEMBERSHIP + "Learner"));
		claims.put(LTI + "resource_link", Map.of("id", "link-1", "title", "Judgementoring"));
		claims.put(LTI + "context", Map.of("id", "course-1", "title", "School mentors"));
		claims.put(LTI + "custom", Map.of("module", "judgementoring"));
		claims.put("https://purl.imsglobal.org/spec/lti-ags/claim/endpoint",
				Map.of("scope", List.of("https://purl.imsglobal.org/spec/lti-ags/scope/score"), "lineitem",
						this.origin + "/lineitems/1/lineitem?type_id=1"));
		return claims;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void insert(JdbcClient jdbc, PlatformId platform, String clientId, boolean enabled) {
		jdbc.sql("""
				INSERT INTO platform (id, name, issuer, client_id, authorization_endpoint, token_endpoint, jwks_uri,
				enabled, registered_at)
				VALUES (:id, 'Test LMS', :issuer, :client, :auth, :token, :jwks, :enabled, CURRENT_TIMESTAMP)""")
			.param("id", platform.value())
			.param("issuer", this.issuer)
			.param("client", clientId)
			.param("auth", authorizationEndpoint())
			.param("token", this.origin + "/token")
			.param("jwks", this.origin + "/jwks")
			.param("enabled", enabled)
			.update();
		jdbc.sql("INSERT INTO deployment (platform, deployment_id) VALUES (:id, :deployment)")
			.param("id", platform.value())
			.param("deployment", deploymentId())
			.update();
	}

	private static JWKSet keys() {
		try {
			RSAKey forRs384 = new RSAKey.Builder(KEY).keyID(FOR_RS384).algorithm(JWSAlgorithm.RS384).build();
			return new JWKSet(List.of(KEY, forRs384, new ECKeyGenerator(Curve.P_256).keyID(OF_A_CURVE).generate()));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static HttpServer serve() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
			byte[] keys = keys().toString(true).getBytes(StandardCharsets.UTF_8);
			server.createContext("/jwks", (exchange) -> {
				exchange.getResponseHeaders().set("Content-Type", "application/json");
				exchange.sendResponseHeaders(200, keys.length);
				exchange.getResponseBody().write(keys);
				exchange.close();
			});
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
