package org.mentorprep.launch;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.mentorprep.testing.IdToken;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.TestPlatform;

/**
 * Form, signature and the claims of OpenID Connect; the numbers are those of the
 * project's list of conformance cases.
 */
@IntegrationTest
class IdTokenIntegrationTests extends SpoiledToken {

	static Stream<Arguments> formAndSignature() {
		return Stream.of(refused(401, "case 38: garbage", (token) -> token.instead = "garbage"),
				refused(401, "case 38: two parts", (token) -> token.instead = cut(token.serialize(), 2)),
				refused(401, "case 38: five parts", (token) -> token.instead = token.serialize() + ".a.b"),
				refused(401, "case 41: signed by another key", (token) -> token.key = TestPlatform.key("other")),
				refused(401, "case 42: alg none", (token) -> token.header.put("alg", "none")),
				refused(401, "case 43: HS256 with the public key", (token) -> token.header.put("alg", "HS256")),
				refused(401, "case 44: key meant for another algorithm",
						(token) -> token.header.put("kid", TestPlatform.FOR_RS384)),
				refused(401, "case 44: key of another type",
						(token) -> token.header.put("kid", TestPlatform.OF_A_CURVE)),
				refused(401, "case 45: RS384", (token) -> token.header.put("alg", "RS384")),
				refused(401, "case 45: ES256", (token) -> token.header.put("alg", "ES256")),
				refused(401, "case 46: a key that comes with the token is not believed", (token) -> {
					token.key = TestPlatform.key("brought");
					token.header.put("kid", "brought");
					token.header.put("jwk", token.key.toPublicJWK().toJSONObject());
				}), refused(401, "case 47: unknown critical header", (token) -> {
					token.header.put("crit", List.of("unheard-of"));
					token.header.put("unheard-of", true);
				}), refused(401, "case 48: typ at+jwt", (token) -> token.header.put("typ", "at+jwt")),
				accepted("case 48: no typ", (token) -> token.header.remove("typ")),
				accepted("case 48: typ JWT", unchanged()),
				accepted("case 46: jku is ignored", (token) -> token.header.put("jku", "http://127.0.0.1:1/")),
				accepted("case 46: x5u is ignored", (token) -> token.header.put("x5u", "http://127.0.0.1:1/")));
	}

	static Stream<Arguments> issuerAudienceAndUser() {
		return Stream.of(refused(401, "case 57: iss of another platform", claim("iss", "https://other.example")),
				refused(401, "case 58: iss with a slash more",
						(token) -> token.claims.merge("iss", "/", (iss, more) -> iss + "" + more)),
				refused(401, "case 59: no iss", without("iss")),
				refused(401, "case 60: wrong aud", claim("aud", "other")),
				refused(401, "case 61: aud array without us", claim("aud", List.of("other", "another"))),
				refused(401, "case 62: no aud", without("aud")),
				refused(401, "case 62: empty aud", claim("aud", List.of())),
				accepted("case 63: aud array of one", claim("aud", List.of(TestPlatform.clientId()))),
				refused(401, "case 64: second aud, no azp", claim("aud", List.of(TestPlatform.clientId(), "other"))),
				accepted("case 65: aud array, azp is us", (token) -> {
					token.claims.put("aud", List.of(TestPlatform.clientId(), "other"));
					token.claims.put("azp", TestPlatform.clientId());
				}), refused(401, "case 66: azp is somebody else", claim("azp", "other")),
				refused(401, "case 77: empty sub", claim("sub", "")),
				refused(401, "case 78: sub of 256 characters", claim("sub", "x".repeat(256))),
				accepted("case 78: sub of 255 characters", claim("sub", "x".repeat(255))),
				refused(401, "case 78: sub with a NUL", claim("sub", "a\0b")),
				refused(401, "F28, case 76: sub is a number", claim("sub", 42)),
				refused(401, "F28, case 76: sub is an array", claim("sub", List.of("a"))),
				refused(401, "F28: a claim nested very deep", claim("nested", nested())));
	}

	static Stream<Arguments> times() {
		return Stream.of(refused(401, "case 67, F15: exp 190 s past", claim("exp", now(-190))),
				accepted("case 68, F15: exp 170 s past", (token) -> {
					token.claims.put("iat", now(-230));
					token.claims.put("exp", now(-170));
				}), refused(401, "case 69: no exp", without("exp")),
				refused(401, "case 70: exp is no number", claim("exp", "tomorrow")),
				refused(401, "case 72: iat in an hour", (token) -> {
					token.claims.put("iat", now(3600));
					token.claims.put("exp", now(3660));
				}), accepted("case 73, F15: iat in 170 s", (token) -> {
					token.claims.put("iat", now(170));
					token.claims.put("exp", now(230));
				}), accepted("case 73, F15: nbf in 170 s", claim("nbf", now(170))),
				refused(401, "case 73, F15: iat in 190 s", claim("iat", now(190))),
				refused(401, "case 74: no iat", without("iat")),
				refused(401, "case 75: nbf in an hour", claim("nbf", now(3600))),
				refused(401, "case 30: no nonce", without("nonce")),
				refused(401, "case 31: other nonce", claim("nonce", "other")),
				refused(401, "case 31: nonce is a number", claim("nonce", 1)));
	}

	@ParameterizedTest(name = "{0}", quoteTextArguments = false)
	@MethodSource({ "formAndSignature", "issuerAudienceAndUser", "times" })
	void launchAnswers(String title, int status, Consumer<IdToken> spoil) {
		assertAnswer(status, spoil);
	}

	private static Object nested() {
		Object nested = List.of();
		for (int i = 0; i < 1_000; i++) {
			nested = List.of(nested);
		}
		return nested;
	}

	private static String cut(String token, int parts) {
		return String.join(".", List.of(token.split("\\.")).subList(0, parts));
	}

}
