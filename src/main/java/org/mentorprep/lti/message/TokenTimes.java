package org.mentorprep.lti.message;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Set;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import org.jspecify.annotations.Nullable;

/** Nimbus's check of presence and times, on the application's clock. */
final class TokenTimes extends DefaultJWTClaimsVerifier<SecurityContext> {

	/**
	 * Spring fills in a missing iat and lets a missing exp or a future nbf pass; Nimbus's
	 * verifier does neither, and sees the token first.
	 */
	private static final Set<String> REQUIRED = Set.of("iss", "sub", "aud", "exp", "iat", "nonce");

	/** What clocks may be apart; tokens live for minutes only. */
	static final Duration SKEW = Duration.ofSeconds(180);

	private final Clock clock;

	TokenTimes(Clock clock) {
		super(null, REQUIRED);
		setMaxClockSkew((int) SKEW.toSeconds());
		this.clock = clock;
	}

	/**
	 * An LMS dates a token as it sends it: if that is far from now, its clock is, or the
	 * token was on its way that long.
	 */
	@Override
	public void verify(JWTClaimsSet claims, @Nullable SecurityContext context) throws BadJWTException {
		Date issued = claims.getIssueTime();
		Duration apart = (issued != null) ? Duration.between(this.clock.instant(), issued.toInstant()) : Duration.ZERO;
		if (apart.compareTo(SKEW) > 0) {
			throw new ClocksApart("iat is later than now", apart);
		}
		try {
			super.verify(claims, context);
		}
		catch (ExpiredJWTException ex) {
			throw (apart.negated().compareTo(SKEW) > 0) ? new ClocksApart("exp is earlier than now", apart) : ex;
		}
	}

	@Override
	protected Date currentTime() {
		return Date.from(this.clock.instant());
	}

	/** The token is signed, but by our clock it is none of now. */
	static final class ClocksApart extends BadJWTException {

		private static final long serialVersionUID = 1L;

		final Duration apart;

		ClocksApart(String message, Duration apart) {
			super(message);
			this.apart = apart;
		}

	}

}
