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
 * The claims of LTI; the numbers are those of the project's list of conformance cases.
 */
@IntegrationTest
class LtiClaimsIntegrationTests extends SpoiledToken {

	static Stream<Arguments> launchAnswers() {
		return Stream.of(refused(401, "case 80: version 1.1", claim(LTI + "version", "1.1")),
				refused(401, "case 80: version is a number", claim(LTI + "version", 1.3)),
				refused(403, "case 83: unknown message_type", claim(LTI + "message_type", "LtiUnheardOfRequest")),
				refused(403, "case 85: foreign deployment_id", claim(LTI + "deployment_id", "other")),
				refused(401, "case 86: deployment_id is a number", claim(LTI + "deployment_id", 1)),
				refused(401, "case 88: roles a bare string, which the spec does not allow",
						claim(LTI + "roles", TestPlatform.MEMBERSHIP + "Learner")),
				accepted("case 90: no role at all", claim(LTI + "roles", List.of())),
				refused(401, "case 98: resource_link without id", claim(LTI + "resource_link", Map.of("title", "x"))),
				refused(401, "case 98: blank id of resource_link", claim(LTI + "resource_link", Map.of("id", " "))),
				accepted("case 102: long given and family names", (token) -> {
					token.claims.remove("name");
					token.claims.put("given_name", "G".repeat(200));
					token.claims.put("family_name", "F".repeat(200));
				}),
				accepted("case 104: foreign target_link_uri", claim(LTI + "target_link_uri", "https://evil.example/")),
				accepted("case 103: no target_link_uri", without(LTI + "target_link_uri")),
				accepted("case 106: unknown claims", claim("https://x.example/claim", Map.of("a", 1))),
				accepted("case 107: strange name", claim("name", "\u202e<script>\ud83d\ude00\0" + "x".repeat(300))),
				accepted("case 110: no grade service",
						without("https://purl.imsglobal.org/spec/lti-ags/claim/endpoint")),
				accepted("case 108: no launch_presentation", without(LTI + "launch_presentation")),
				accepted("case 108: no return_url", claim(LTI + "launch_presentation", Map.of("locale", "en"))),
				accepted("case 111: no lis", without(LTI + "lis")),
				accepted("case 111: half of lis", claim(LTI + "lis", Map.of("person_sourcedid", ""))),
				accepted("case 111: lis is no object", claim(LTI + "lis", "x")),
				accepted("case 111: half of lti1p1", claim(LTI + "lti1p1", Map.of("user_id", "34212"))));
	}

	@ParameterizedTest(name = "{0}", quoteTextArguments = false)
	@MethodSource
	void launchAnswers(String title, int status, Consumer<IdToken> spoil) {
		assertAnswer(status, spoil);
	}

}
