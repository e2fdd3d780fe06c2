package practicelms.registration;

import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import practicelms.launch.PageMissing;
import practicelms.launch.SigningKey;

/** Moodle's registration tokens: signed, for one hour, each for one registration. */
class RegistrationTokens {

	private static final long LIFE_SECONDS = 3600;

	private final SigningKey key;

	private final Clock clock;

	private final Set<String> used = ConcurrentHashMap.newKeySet();

	RegistrationTokens(SigningKey key, Clock clock) {
		this.key = key;
		this.clock = clock;
	}

	/** Its subject is the client id that will come of it. */
	String issue() {
		Instant now = this.clock.instant();
		return this.key.sign(new JWTClaimsSet.Builder().subject(UUID.randomUUID().toString().substring(21))
			.claim("scope", "reg")
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plusSeconds(LIFE_SECONDS)))
			.build());
	}

	/** Spends a token: the client id in it. */
	String spend(String authorization) throws RegistrationDenied {
		if (!authorization.startsWith("Bearer ")) {
			throw new RegistrationDenied(401, "missing_registration_token");
		}
		JWTClaimsSet claims = claims(authorization.substring("Bearer ".length()));
		if (!"reg".equals(claims.getClaim("scope"))) {
			throw new RegistrationDenied(403, "Incorrect scope");
		}
		if (!this.used.add(claims.getSubject())) {
			throw new RegistrationDenied(401, "token_already_used");
		}
		return claims.getSubject();
	}

	/** A bad or late token leads to a page of HTML, as nearly all errors do. */
	private JWTClaimsSet claims(String token) {
		try {
			SignedJWT jwt = SignedJWT.parse(token);
			JWTClaimsSet claims = jwt.getJWTClaimsSet();
			if (this.key.signed(jwt) && claims.getExpirationTime().toInstant().isAfter(this.clock.instant())) {
				return claims;
			}
		}
		catch (ParseException ex) {
			// The same page.
		}
		throw new PageMissing("Invalid token");
	}

}
