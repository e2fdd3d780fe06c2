package org.mentorprep.lti.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

import org.mentorprep.lti.message.Claims.ClaimNames;
import org.mentorprep.lti.message.MessageRefused.Reason;

/**
 * Turns the id_token of one registration into a typed message or refuses it. Spring
 * Security and Nimbus check what OpenID Connect requires; what LTI requires of every
 * message beyond it is one check a clause here. All of them run, whatever the others
 * found.
 */
public final class IdTokenDecoder {

	private static final List<String> CHECKED_BY_SPRING = List.of("iss", "aud", "azp", "exp", "iat", "sub");

	private final ClientRegistration registration;

	private final Set<String> deploymentIds;

	private final JWKSource<SecurityContext> keys;

	private final Clock clock;

	/**
	 * Reads the tokens of one registration.
	 * @param keys answers an empty list for an unknown key, and throws only if the keys
	 * of the platform can't be had
	 */
	public IdTokenDecoder(ClientRegistration registration, Set<String> deploymentIds, JWKSource<SecurityContext> keys,
			Clock clock) {
		this.registration = registration;
		this.deploymentIds = Set.copyOf(deploymentIds);
		this.keys = keys;
		this.clock = clock;
	}

	/**
	 * Reads a token.
	 * @param nonce the nonce that was sent with the login this token answers
	 * @throws MessageRefused if the token breaks a clause
	 */
	public LtiMessage read(String idToken, String nonce) {
		return LtiMessageParser.parse(decode(idToken, nonce));
	}

	private Jwt decode(String idToken, String nonce) {
		try {
			Jwt token = decoder(nonce).decode(idToken);
			checkUser(idToken);
			return token;
		}
		catch (JwtValidationException ex) {
			MessageRefused gravest = gravest(ex.getErrors());
			throw (gravest.reason() == Reason.DEPLOYMENT)
					? new MessageRefused(Reason.DEPLOYMENT, String.valueOf(gravest.getMessage()), deployment(idToken))
					: gravest;
		}
		catch (BadJwtException ex) {
			if (ex.getCause() instanceof TokenTimes.ClocksApart clocks) {
				throw new MessageRefused("RFC 7519, 4.1: " + clocks.getMessage(), clocks.apart);
			}
			// Nimbus's own words hold no claims; those of other causes may.
			throw new MessageRefused(Reason.TOKEN, (ex.getCause() instanceof BadJOSEException cause)
					? "RFC 7519, 7.2: " + cause.getMessage() : "RFC 7519, 7.2: this is no JWT that can be read");
		}
		catch (JwtException ex) {
			throw new MessageRefused(Reason.KEYS,
					"1EdTech security framework 1.0, 6.3: no key can be had to check the signature");
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			throw new MessageRefused(Reason.TOKEN, "RFC 7519, 4.1: a claim is not of its type");
		}
	}

	/** Libraries make a text of a number, so that 42 would pass for "42". */
	private static void checkUser(String idToken) {
		try {
			if (SignedJWT.parse(idToken).getPayload().toJSONObject().get("sub") instanceof String) {
				return;
			}
		}
		catch (ParseException ex) {
			// Then it is none.
		}
		throw new MessageRefused(Reason.TOKEN, "LTI 1.3 core, 5.3.6.1: sub is no string");
	}

	/** Of a token whose signature, and all else that was checked, is good. */
	private static @Nullable String deployment(String idToken) {
		try {
			return SignedJWT.parse(idToken).getJWTClaimsSet().getStringClaim(ClaimNames.DEPLOYMENT_ID);
		}
		catch (ParseException ex) {
			return null;
		}
	}

	/**
	 * Built for each token: it holds the nonce, and a decoder kept for longer could
	 * outlive a change of the registration.
	 */
	private NimbusJwtDecoder decoder(String nonce) {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(this.keys)
			.jwsAlgorithm(SignatureAlgorithm.RS256)
			.jwtProcessorCustomizer((processor) -> {
				processor.setJWSKeySelector(new ConvertedKeys(this.keys));
				processor.setJWTClaimsSetVerifier(new TokenTimes(this.clock));
			})
			.build();
		OidcIdTokenValidator openId = new OidcIdTokenValidator(this.registration);
		openId.setClock(this.clock);
		openId.setClockSkew(TokenTimes.SKEW);
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(JwtTypeValidator.jwt(), openId,
				keyIsNamed(), userIsNamed(), nonceIs(nonce), versionIs13(), deploymentIsNamed(),
				deploymentIsOneOf(this.deploymentIds), messageTypeIsNamed(), rolesAreAList())));
		return decoder;
	}

	private static MessageRefused gravest(Iterable<OAuth2Error> errors) {
		MessageRefused gravest = null;
		for (OAuth2Error error : errors) {
			MessageRefused refused = refused(error);
			if (gravest == null || Comparator.<Reason>naturalOrder().compare(refused.reason(), gravest.reason()) < 0) {
				gravest = refused;
			}
		}
		return (gravest != null) ? gravest : new MessageRefused(Reason.TOKEN, "RFC 7519, 7.2: the token is not valid");
	}

	private static MessageRefused refused(OAuth2Error error) {
		for (Reason reason : Reason.values()) {
			if (reason.name().equals(error.getErrorCode())) {
				return new MessageRefused(reason, String.valueOf(error.getDescription()));
			}
		}
		return new MessageRefused(Reason.TOKEN, "OpenID Connect core, 3.1.3.7: " + blamed(error));
	}

	/** The names of the claims that Spring blames; its description holds their values. */
	private static String blamed(OAuth2Error error) {
		String description = String.valueOf(error.getDescription());
		List<String> blamed = CHECKED_BY_SPRING.stream().filter((name) -> description.contains(name + "=")).toList();
		return blamed.isEmpty() ? "the token is not valid" : "not as they should be: " + String.join(", ", blamed);
	}

	/** Without a key id any key of the platform would do. */
	private static OAuth2TokenValidator<Jwt> keyIsNamed() {
		return check(Reason.TOKEN, "1EdTech security framework 1.0, 6.3: the header names no key (kid)",
				(token) -> token.getHeaders().get("kid") instanceof String kid && !kid.isBlank());
	}

	/** Spring accepts an empty sub. */
	private static OAuth2TokenValidator<Jwt> userIsNamed() {
		return check(Reason.TOKEN, "LTI 1.3 core, 5.3.6.1: sub is no id of at most 255 characters",
				(token) -> new Claims(token.getClaims()).hasId("sub"));
	}

	/** Binds the token to the login that it answers. */
	private static OAuth2TokenValidator<Jwt> nonceIs(String sent) {
		byte[] expected = sent.getBytes(StandardCharsets.UTF_8);
		return check(Reason.TOKEN, "OpenID Connect core, 3.1.3.7 (11): the nonce is not the one that was sent",
				(token) -> token.getClaims().get("nonce") instanceof String nonce
						&& MessageDigest.isEqual(expected, nonce.getBytes(StandardCharsets.UTF_8)));
	}

	private static OAuth2TokenValidator<Jwt> versionIs13() {
		return check(Reason.TOKEN, "LTI 1.3 core, 5.3.2: the version is not 1.3.0",
				(token) -> "1.3.0".equals(token.getClaims().get(ClaimNames.VERSION)));
	}

	private static OAuth2TokenValidator<Jwt> deploymentIsNamed() {
		return check(Reason.TOKEN, "LTI 1.3 core, 5.3.3: deployment_id is no id of at most 255 characters",
				(token) -> new Claims(token.getClaims()).hasId(ClaimNames.DEPLOYMENT_ID));
	}

	/** A token of the right issuer for a deployment that nobody told us about. */
	private static OAuth2TokenValidator<Jwt> deploymentIsOneOf(Set<String> registered) {
		return check(Reason.DEPLOYMENT, "LTI 1.3 core, 3.1.3: the deployment is not part of the registration",
				(token) -> token.getClaims().get(ClaimNames.DEPLOYMENT_ID) instanceof String id
						&& registered.contains(id));
	}

	private static OAuth2TokenValidator<Jwt> messageTypeIsNamed() {
		return check(Reason.TOKEN, "LTI 1.3 core, 5.3.1: there is no message_type",
				(token) -> token.getClaims().get(ClaimNames.MESSAGE_TYPE) instanceof String type && !type.isBlank());
	}

	/** The list may be empty and may hold unknown roles, but it must be a list. */
	private static OAuth2TokenValidator<Jwt> rolesAreAList() {
		return check(Reason.TOKEN, "LTI 1.3 core, 5.3.7: roles are not an array of strings",
				(token) -> token.getClaims().get(ClaimNames.ROLES) instanceof Collection<?> roles
						&& roles.stream().allMatch(String.class::isInstance));
	}

	private static OAuth2TokenValidator<Jwt> check(Reason reason, String clause, Predicate<Jwt> holds) {
		OAuth2Error error = new OAuth2Error(reason.name(), clause, null);
		return (token) -> holds.test(token) ? OAuth2TokenValidatorResult.success()
				: OAuth2TokenValidatorResult.failure(error);
	}

}
