package practicelms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

/** As much of a tool as the practice LMS ever sees: an address, a key, an assertion. */
class FakeTool {

	private final Clock clock;

	private final HttpServer server;

	private final AtomicInteger fetches = new AtomicInteger();

	private volatile RSAKey key = newKey();

	FakeTool(Clock clock) {
		this.clock = clock;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/.well-known/jwks.json", (exchange) -> {
			this.fetches.incrementAndGet();
			byte[] body = new JWKSet(this.key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		this.server.start();
	}

	URI url() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort());
	}

	int jwksFetches() {
		return this.fetches.get();
	}

	RSAKey key() {
		return this.key;
	}

	void replaceKey() {
		this.key = newKey();
	}

	/** A good assertion, spoiled in one thing by the caller. */
	String assertion(Consumer<JWTClaimsSet.Builder> spoil) {
		Date now = Date.from(this.clock.instant());
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer("practice-client")
			.subject("practice-client")
			.audience("anything")
			.jwtID(UUID.randomUUID().toString())
			.issueTime(now)
			.expirationTime(new Date(now.getTime() + 60_000));
		spoil.accept(claims);
		return sign(this.key, this.key.getKeyID(), claims.build());
	}

	String sign(RSAKey key, String kid, JWTClaimsSet claims) {
		try {
			SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build(), claims);
			jwt.sign(new RSASSASigner(key));
			return jwt.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static RSAKey newKey() {
		try {
			return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
