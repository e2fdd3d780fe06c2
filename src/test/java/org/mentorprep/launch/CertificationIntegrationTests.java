package org.mentorprep.launch;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.mentorprep.testing.IdToken;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.TestPlatform;

/**
 * The payloads that 1EdTech's certification sends a tool, by the names that it gives
 * them: the known bad ones, then the valid launches of teachers and students.
 */
@IntegrationTest
class CertificationIntegrationTests extends SpoiledToken {

	static Stream<Arguments> knownBad() {
		return Stream.of(refused(401, "case 39: No KID Sent In JWT header", (token) -> token.header.remove("kid")),
				refused(401, "case 40: Incorrect KID in JWT header",
						(token) -> token.header.put("kid", "imstester_66067")),
				refused(401, "case 80: Wrong LTI Version", claim(LTI + "version", "11.3")),
				refused(401, "case 81: No LTI Version", without(LTI + "version")),
				refused(401, "case 79: Invalid LTI message", (token) -> {
					token.claims.clear();
					token.claims.put("name", "badltilaunch");
				}),
				refused(401, "case 59, 62, 76, 84, 87: Missing LTI Claims",
						without("aud", "iss", "sub", LTI + "deployment_id", LTI + "roles")),
				refused(401, "case 71: Timestamps Incorrect", (token) -> {
					token.claims.put("iat", 11111);
					token.claims.put("exp", 22222);
				}), refused(401, "case 82: message_type Claim Missing", without(LTI + "message_type")),
				refused(401, "case 87: role Claim Missing", without(LTI + "roles")),
				refused(401, "case 84: deployment_id Claim Missing", without(LTI + "deployment_id")),
				refused(401, "case 98: resource_link_id Claim Missing", without(LTI + "resource_link")),
				refused(401, "case 76: user Claim Missing", without("sub")));
	}

	static Stream<Arguments> valid() {
		return Stream.of("Instructor", "Learner").flatMap(CertificationIntegrationTests::valid);
	}

	private static Stream<Arguments> valid(String role) {
		String iri = TestPlatform.MEMBERSHIP + role;
		return Stream.of(
				accepted("case 93: Launch " + role + " with Multiple Role Values",
						roles(iri, "http://purl.imsglobal.org/vocab/lis/v2/institution/person#" + role)),
				accepted("case 91: Launch " + role + " with Short Role Value", roles(role)),
				accepted("case 92: Launch " + role + " with Unknown Role",
						roles("http://purl.imsglobal.org/vocab/lis/v2/unknown/unknown#Helper")),
				accepted("case 89: Launch " + role + " With No Role", roles("")),
				accepted("case 102: Launch " + role + " Only Email", about(iri, Map.of("email", "r@school.example"))),
				accepted("case 102: Launch " + role + " Only Names",
						about(iri, Map.of("name", "Robin Okafor", "given_name", "Robin", "family_name", "Okafor"))),
				accepted("case 101: Launch " + role + " No PII", about(iri, Map.of())),
				accepted("case 100: Launch " + role + " With Email No Context",
						about(iri, Map.of("email", "r@school.example")).andThen(without(LTI + "context"))),
				accepted("case 99: Launch " + role + " Only Resource Link",
						roles(iri).andThen(claim(LTI + "resource_link", Map.of("id", "bare")))));
	}

	private static Consumer<IdToken> roles(String... roles) {
		return claim(LTI + "roles", List.of(roles));
	}

	private static Consumer<IdToken> about(String role, Map<String, Object> person) {
		return roles(role).andThen(without("name")).andThen((token) -> token.claims.putAll(person));
	}

	@ParameterizedTest(name = "{0}", quoteTextArguments = false)
	@MethodSource({ "knownBad", "valid" })
	void launchAnswers(String title, int status, Consumer<IdToken> spoil) {
		assertAnswer(status, spoil);
	}

}
