package org.mentorprep.fuzz;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import org.mentorprep.fuzz.Knock.Field;

/** What an LMS can say when it registers us. */
final class RegistrationMutations {

	private static final List<String> NEEDED = List.of("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri",
			"registration_endpoint");

	private static final List<String> OTHERS = List.of("authorization_endpoint", "token_endpoint", "jwks_uri",
			"scopes_supported", "claims_supported", "canary",
			"https://purl.imsglobal.org/spec/lti-platform-configuration");

	private static final List<String> ANSWER = List.of("client_id", "client_name", "scope", FuzzLms.TOOL);

	private RegistrationMutations() {
	}

	static Arbitrary<Mutation> all() {
		return Arbitraries.oneOf(inConfiguration(), inAnswer(),
				Nasty.encoded()
					.map((text) -> Mutation.open("registration_token " + text,
							(knock) -> knock.fields().add(new Field("registration_token", text)))));
	}

	private static Arbitrary<Mutation> inConfiguration() {
		return Arbitraries.oneOf(
				Arbitraries.of(NEEDED)
					.map((name) -> Mutation.spoils("no " + name, (knock) -> knock.lms.configuration.remove(name))),
				Combinators.combine(Arbitraries.of("issuer", "registration_endpoint"), Nasty.json())
					.as((name, json) -> Mutation.spoils(name + " is " + json,
							(knock) -> knock.lms.configuration.put(name, json))),
				Combinators.combine(Arbitraries.of(OTHERS), Nasty.json())
					.as((name, json) -> Mutation.open(name + " is " + json,
							(knock) -> Mutation.replace(knock.lms.configuration, name, json))),
				Nasty.noObjects()
					.map((text) -> Mutation.spoils("configuration " + text,
							(knock) -> knock.lms.configurationText = text)),
				Arbitraries.of(204, 301, 400, 404, 500, 503)
					.map((status) -> Mutation.spoils("configuration by " + status,
							(knock) -> knock.lms.configurationStatus = status)));
	}

	private static Arbitrary<Mutation> inAnswer() {
		return Arbitraries.oneOf(
				Arbitraries.of("client_id", FuzzLms.TOOL)
					.map((name) -> "client_id".equals(name)
							? Mutation.spoils("answer without " + name, (knock) -> knock.lms.answer.remove(name))
							// Without a deployment it waits for the operator.
							: Mutation.open("answer without " + name, (knock) -> knock.lms.answer.remove(name))),
				Combinators.combine(Arbitraries.of(ANSWER), Nasty.json())
					.as((name, json) -> Mutation.open("answer " + name + " is " + json,
							(knock) -> Mutation.replace(knock.lms.answer, name, json))),
				Nasty.noObjects()
					.map((text) -> Mutation.spoils("answer " + text, (knock) -> knock.lms.answerText = text)),
				Arbitraries.of(204, 302, 400, 404, 500)
					.map((status) -> Mutation.spoils("answer by " + status,
							(knock) -> knock.lms.answerStatus = status)));
	}

}
