package practicelms.service;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.Key;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import practicelms.course.Site;

/**
 * Checks what the tool signed, an assertion or a choice, as Moodle does: signature and
 * times, the latter without any leeway. It does not look at aud, iss and jti, and
 * forgives replay; what came can be read in {@link Received}.
 */
public class AssertionCheck {

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final Site site;

	private final Clock clock;

	private volatile @Nullable JWKSet cached;

	AssertionCheck(Site site, Clock clock) {
		this.site = site;
		this.clock = clock;
	}

	/** Checks with the keys at hand; on any failure once more with fresh ones. */
	public void verify(SignedJWT assertion) throws Invalid {
		JWKSet known = this.cached;
		if (known != null) {
			try {
				verify(assertion, known);
				return;
			}
			catch (Invalid ex) {
				// Perhaps the tool has a new key.
			}
		}
		JWKSet fresh = fetch();
		verify(assertion, fresh);
		this.cached = fresh;
	}

	private void verify(SignedJWT assertion, JWKSet keys) throws Invalid {
		String kid = assertion.getHeader().getKeyID();
		if (kid == null) {
			throw new Invalid("\"kid\" empty, unable to lookup correct key");
		}
		JWK key = keys.getKeyByKeyId(kid);
		if (key == null) {
			throw new Invalid("\"kid\" invalid, unable to lookup correct key");
		}
		try {
			if (!assertion
				.verify(new DefaultJWSVerifierFactory().createJWSVerifier(header(assertion), publicKey(key)))) {
				throw new Invalid("Signature verification failed");
			}
			checkTimes(assertion.getJWTClaimsSet());
			String audience = this.site.tokenAudience();
			if (audience != null && !assertion.getJWTClaimsSet().getAudience().equals(List.of(audience))) {
				throw new Invalid("invalid_client");
			}
		}
		catch (JOSEException | ParseException ex) {
			throw new Invalid("Signature verification failed");
		}
	}

	private static JWSHeader header(SignedJWT assertion) throws Invalid {
		String algorithm = assertion.getHeader().getAlgorithm().getName();
		if (!algorithm.startsWith("RS") && !algorithm.startsWith("ES")) {
			throw new Invalid("Incorrect key for this algorithm");
		}
		return assertion.getHeader();
	}

	private static Key publicKey(JWK key) throws JOSEException, Invalid {
		if (key instanceof RSAKey rsa) {
			return rsa.toPublicKey();
		}
		if (key instanceof ECKey ec) {
			return ec.toPublicKey();
		}
		throw new Invalid("Incorrect key for this algorithm");
	}

	private void checkTimes(JWTClaimsSet claims) throws Invalid {
		long now = this.clock.instant().getEpochSecond();
		if (later(claims.getNotBeforeTime(), now)) {
			throw new Invalid("Cannot handle token with nbf prior to " + claims.getNotBeforeTime().toInstant());
		}
		if (later(claims.getIssueTime(), now)) {
			throw new Invalid("Cannot handle token with iat prior to " + claims.getIssueTime().toInstant());
		}
		Date expires = claims.getExpirationTime();
		if (expires != null && now >= expires.toInstant().getEpochSecond()) {
			throw new Invalid("Expired token");
		}
	}

	private static boolean later(@Nullable Date time, long now) {
		return time != null && time.toInstant().getEpochSecond() > now;
	}

	private JWKSet fetch() throws Invalid {
		try {
			HttpRequest request = HttpRequest.newBuilder(this.site.toolJwks()).timeout(Duration.ofSeconds(5)).build();
			HttpResponse<String> answer = this.http.send(request, HttpResponse.BodyHandlers.ofString());
			return JWKSet.parse(answer.body());
		}
		catch (IOException | ParseException ex) {
			throw new Invalid("Invalid keyset");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Invalid("Invalid keyset");
		}
	}

	/** Says why an assertion is no good; the text goes into the answer as it is. */
	public static class Invalid extends Exception {

		Invalid(String message) {
			super(message);
		}

	}

}
