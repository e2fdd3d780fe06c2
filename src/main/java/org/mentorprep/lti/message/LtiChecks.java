package org.mentorprep.lti.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

import org.mentorprep.lti.message.Claims.ClaimNames;
import org.mentorprep.lti.message.MessageRefused.Fault;

/**
 * What LTI asks of every message beyond OpenID Connect, one small check a clause. Each
 * stands alone: all of them run, whatever the others found.
 */
final class LtiChecks {

	private LtiChecks() {
	}

	/** Without a key id any key of the platform would do. */
	static OAuth2TokenValidator<Jwt> keyIsNamed() {
		return check(Fault.TOKEN, "1EdTech security framework 1.0, 6.3: the header names no key (kid)",
				(token) -> token.getHeaders().get("kid") instanceof String kid && !kid.isBlank());
	}

	/** Spring accepts an empty sub. */
	static OAuth2TokenValidator<Jwt> userIsNamed() {
		return check(Fault.TOKEN, "LTI 1.3 core, 5.3.6.1: sub is no id of at most 255 characters",
				(token) -> new Claims(token.getClaims()).hasId("sub"));
	}

	/** Binds the token to the login that asked for it. */
	static OAuth2TokenValidator<Jwt> nonceIs(String sent) {
		byte[] expected = sent.getBytes(StandardCharsets.UTF_8);
		return check(Fault.TOKEN, "OpenID Connect core, 3.1.3.7 (11): the nonce is not the one that was sent",
				(token) -> token.getClaims().get("nonce") instanceof String nonce
						&& MessageDigest.isEqual(expected, nonce.getBytes(StandardCharsets.UTF_8)));
	}

	static OAuth2TokenValidator<Jwt> versionIs13() {
		return check(Fault.TOKEN, "LTI 1.3 core, 5.3.2: the version is not 1.3.0",
				(token) -> "1.3.0".equals(token.getClaims().get(ClaimNames.VERSION)));
	}

	static OAuth2TokenValidator<Jwt> deploymentIsNamed() {
		return check(Fault.TOKEN, "LTI 1.3 core, 5.3.3: deployment_id is no id of at most 255 characters",
				(token) -> new Claims(token.getClaims()).hasId(ClaimNames.DEPLOYMENT_ID));
	}

	/** A token of the right issuer for a deployment that nobody told us about. */
	static OAuth2TokenValidator<Jwt> deploymentIsOneOf(Set<String> registered) {
		return check(Fault.DEPLOYMENT, "LTI 1.3 core, 3.1.3: the deployment is not part of the registration",
				(token) -> token.getClaims().get(ClaimNames.DEPLOYMENT_ID) instanceof String id
						&& registered.contains(id));
	}

	static OAuth2TokenValidator<Jwt> messageTypeIsNamed() {
		return check(Fault.TOKEN, "LTI 1.3 core, 5.3.1: there is no message_type",
				(token) -> token.getClaims().get(ClaimNames.MESSAGE_TYPE) instanceof String type && !type.isBlank());
	}

	/** The list may be empty and may hold unknown roles, but it must be a list. */
	static OAuth2TokenValidator<Jwt> rolesAreAList() {
		return check(Fault.TOKEN, "LTI 1.3 core, 5.3.7: roles are not an array of strings",
				(token) -> token.getClaims().get(ClaimNames.ROLES) instanceof Collection<?> roles
						&& roles.stream().allMatch(String.class::isInstance));
	}

	private static OAuth2TokenValidator<Jwt> check(Fault fault, String clause, Predicate<Jwt> holds) {
		OAuth2Error error = new OAuth2Error(fault.name(), clause, null);
		return (token) -> holds.test(token) ? OAuth2TokenValidatorResult.success()
				: OAuth2TokenValidatorResult.failure(error);
	}

}
