package org.mentorprep.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jose.jwk.RSAKey;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

import org.mentorprep.fuzz.Knock.Field;
import org.mentorprep.testing.Placing;
import org.mentorprep.testing.TestPlatform;

/**
 * What can be done to a launch besides: its token, its state, and the cookie that binds
 * it.
 */
final class LaunchMutations {

	private static final String LTI = TestPlatform.LTI;

	/** Without one of these, or with another text there, nobody is let in. */
	private static final List<String> COMPARED = List.of("iss", "aud", "nonce", LTI + "version", LTI + "deployment_id",
			LTI + "message_type");

	private static final List<String> NEEDED = List.of("sub", "exp", "iat", LTI + "roles");

	private static final List<String> OTHERS = List.of("azp", "nbf", "jti", "name", "given_name", "family_name",
			"email", "locale", "picture", "zoneinfo", LTI + "resource_link", LTI + "target_link_uri", LTI + "context",
			LTI + "custom", LTI + "launch_presentation", LTI + "tool_platform", LTI + "lis", LTI + "role_scope_mentor",
			LTI + "lti1p1", LTI + "for_user", Placing.SETTINGS,
			"https://purl.imsglobal.org/spec/lti-ags/claim/endpoint",
			"https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice", "canary");

	private static final Map<String, List<String>> MEMBERS = Map.of(LTI + "resource_link",
			List.of("id", "title", "description"), LTI + "context", List.of("id", "title", "label", "type"),
			LTI + "custom", List.of("module", "ctx_history", "programme", "canary"), LTI + "launch_presentation",
			List.of("return_url", "locale", "document_target"), Placing.SETTINGS,
			List.of("deep_link_return_url", "accept_types", "accept_presentation_document_targets", "accept_multiple",
					"accept_lineitem", "data", "title", "text"),
			"https://purl.imsglobal.org/spec/lti-ags/claim/endpoint", List.of("scope", "lineitem", "lineitems"));

	private static final List<String> HEADER = List.of("typ", "cty", "jku", "jwk", "x5u", "x5c", "x5t", "crit", "b64",
			"zip", "enc", "canary");

	private static final RSAKey WRONG = TestPlatform.key(TestPlatform.KEY.getKeyID());

	private LaunchMutations() {
	}

	static Arbitrary<Mutation> all() {
		return Arbitraries.frequencyOf(Tuple.of(5, inClaims()), Tuple.of(3, inMembers()), Tuple.of(2, inHeader()),
				Tuple.of(2, inSignature()), Tuple.of(1, aroundIt()));
	}

	private static Arbitrary<Mutation> inClaims() {
		List<String> needed = new ArrayList<>(COMPARED);
		needed.addAll(NEEDED);
		return Arbitraries.oneOf(
				Arbitraries.of(needed)
					.map((name) -> Mutation.spoils("no " + name, (knock) -> knock.token.claims.remove(name))),
				Combinators.combine(Arbitraries.of(COMPARED), Nasty.json())
					.as((name, json) -> Mutation.spoils(name + " is " + json,
							(knock) -> knock.token.claims.put(name, json))),
				Combinators.combine(Arbitraries.of(OTHERS), Nasty.json())
					.as((name, json) -> Mutation.open(name + " is " + json,
							(knock) -> knock.token.claims.put(name, json))),
				Combinators.combine(Arbitraries.of(NEEDED), Nasty.json())
					.as((name, json) -> Mutation.open(name + " is " + json,
							(knock) -> Mutation.replace(knock.token.claims, name, json))),
				Nasty.noObjects()
					.map((text) -> Mutation.spoils("payload " + text, (knock) -> knock.token.payload = text)));
	}

	/**
	 * One member of an object, which stays otherwise as it is. Sorted: a seed means one
	 * thing.
	 */
	private static Arbitrary<Mutation> inMembers() {
		return Arbitraries.of(MEMBERS.keySet().stream().sorted().toList())
			.flatMap((claim) -> Combinators.combine(Arbitraries.of(MEMBERS.get(claim)), Nasty.json())
				.as((member, json) -> Mutation.open(claim + "." + member + " is " + json,
						(knock) -> put(knock, claim, member, json))));
	}

	private static Arbitrary<Mutation> inHeader() {
		return Arbitraries.oneOf(
				Combinators.combine(Arbitraries.of(HEADER), Nasty.json())
					.as((name, json) -> Mutation.open("header " + name + " is " + json,
							(knock) -> knock.token.header.put(name, json))),
				Combinators.combine(Arbitraries.of("alg", "kid"), Nasty.json())
					.as((name, json) -> Mutation.spoils("header " + name + " is " + json,
							(knock) -> knock.token.header.put(name, json))),
				Arbitraries.of("none", "HS256", "RS384", "ES256", "PS256", "rs256", "RSA1_5", "dir")
					.map((alg) -> Mutation.spoils("alg " + alg, (knock) -> knock.token.header.put("alg", alg))),
				Arbitraries.of("alg", "kid")
					.map((name) -> Mutation.spoils("no header " + name,
							(knock) -> knock.token.header.keySet().removeAll(Set.of(name)))));
	}

	private static Arbitrary<Mutation> inSignature() {
		return Arbitraries.oneOf(
				Arbitraries.just(Mutation.spoils("signed by another key", (knock) -> knock.token.key = WRONG)),
				Arbitraries.doubles()
					.between(0, 0.99)
					.map((where) -> Mutation.spoils("another sign at " + where,
							(knock) -> knock.tamper = (token) -> flipped(token, where))),
				Arbitraries.doubles()
					.between(0, 0.99)
					.map((where) -> Mutation.spoils("cut at " + where,
							(knock) -> knock.tamper = (token) -> token.substring(0, (int) (token.length() * where)))),
				Nasty.encoded()
					.map((text) -> Mutation.spoils("token and " + text,
							(knock) -> knock.tamper = (token) -> token + "." + text)),
				Nasty.encoded()
					.map((text) -> Mutation.spoils("token is " + text, (knock) -> knock.tamper = (token) -> text)));
	}

	private static Arbitrary<Mutation> aroundIt() {
		return Arbitraries.oneOf(
				Nasty.encoded()
					.map((text) -> Mutation.spoils("binding cookie " + text,
							(knock) -> knock.cookies.replaceAll((name, before) -> text))),
				Arbitraries.just(Mutation.spoils("no cookie", (knock) -> knock.cookies.clear())),
				Nasty.texts()
					.map((text) -> Mutation.spoils("error " + text,
							(knock) -> knock.fields().add(Field.encoded("error", text)))),
				Arbitraries.just(Mutation.spoils("state of another browser",
						(knock) -> knock.fields()
							.replaceAll((field) -> field.name().equals("state")
									? Field.encoded("state", knock.foreignState.get()) : field))));
	}

	@SuppressWarnings("unchecked")
	private static void put(Knock knock, String claim, String member, Object json) {
		Map<String, Object> members = new LinkedHashMap<>();
		if (knock.token.claims.get(claim) instanceof Map<?, ?> before) {
			members.putAll((Map<String, Object>) before);
		}
		members.put(member, json);
		knock.token.claims.put(claim, members);
	}

	/** Not the last sign of a part: some of its bits are padding. */
	private static String flipped(String token, double where) {
		int at = Math.max(1, (int) (token.length() * where));
		at = (token.charAt(at) == '.' || token.charAt(at + 1) == '.') ? at - 2 : at;
		char other = (token.charAt(at) == 'A') ? 'B' : 'A';
		return token.substring(0, at) + other + token.substring(at + 1);
	}

}
