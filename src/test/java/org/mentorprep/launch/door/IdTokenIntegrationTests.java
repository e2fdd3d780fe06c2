package org.mentorprep.launch.door;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.mentorprep.platform.ToolUrl;
import org.mentorprep.testing.IdToken;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.TestBrowser;
import org.mentorprep.testing.TestPlatform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * One good token, and what becomes of the launch when one thing in it changes; the
 * numbers are those of the project's list of conformance cases.
 */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdTokenIntegrationTests {

	private static final String LTI = TestPlatform.LTI;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ToolUrl toolUrl;

	private TestPlatform platform;

	@BeforeAll
	void register() {
		this.platform = TestPlatform.register(this.jdbc);
	}

	@AfterAll
	void close() {
		this.platform.close();
	}

	static Stream<Arguments> formAndSignature() {
		return Stream.of(refused(401, "38: garbage", (token) -> token.instead = "garbage"),
				refused(401, "38: two parts", (token) -> token.instead = cut(token.serialize(), 2)),
				refused(401, "38: five parts", (token) -> token.instead = token.serialize() + ".a.b"),
				refused(401, "39: no kid", (token) -> token.header.remove("kid")),
				refused(401, "40: unknown kid", (token) -> token.header.put("kid", "imstester_66067")),
				refused(401, "41: signed by another key", (token) -> token.key = TestPlatform.key("other")),
				refused(401, "42: alg none", (token) -> token.header.put("alg", "none")),
				refused(401, "43: HS256 with the public key", (token) -> token.header.put("alg", "HS256")),
				refused(401, "45: RS384", (token) -> token.header.put("alg", "RS384")),
				refused(401, "47: unknown critical header", (token) -> {
					token.header.put("crit", List.of("unheard-of"));
					token.header.put("unheard-of", true);
				}), refused(401, "48: typ at+jwt", (token) -> token.header.put("typ", "at+jwt")),
				accepted("48: no typ", (token) -> token.header.remove("typ")),
				accepted("46: jku is ignored", (token) -> token.header.put("jku", "http://127.0.0.1:1/")));
	}

	static Stream<Arguments> issuerAudienceAndUser() {
		return Stream.of(refused(401, "57: iss of another platform", claim("iss", "https://other.example")),
				refused(401, "58: iss with a slash more",
						(token) -> token.claims.merge("iss", "/", (iss, more) -> iss + "" + more)),
				refused(401, "59: no iss", without("iss")), refused(401, "60: wrong aud", claim("aud", "other")),
				refused(401, "61: aud array without us", claim("aud", List.of("other", "another"))),
				refused(401, "62: no aud", without("aud")), refused(401, "62: empty aud", claim("aud", List.of())),
				accepted("63: aud array of one", claim("aud", List.of(TestPlatform.clientId()))),
				refused(401, "64: second aud, no azp", claim("aud", List.of(TestPlatform.clientId(), "other"))),
				accepted("65: aud array, azp is us", (token) -> {
					token.claims.put("aud", List.of(TestPlatform.clientId(), "other"));
					token.claims.put("azp", TestPlatform.clientId());
				}), refused(401, "66: azp is somebody else", claim("azp", "other")),
				refused(401, "76: no sub", without("sub")), refused(401, "77: empty sub", claim("sub", "")),
				refused(401, "78: sub of 256 characters", claim("sub", "x".repeat(256))),
				accepted("78: sub of 255 characters", claim("sub", "x".repeat(255))),
				refused(401, "78: sub with a NUL", claim("sub", "a\0b")), refused(401, "79: badltilaunch", (token) -> {
					token.claims.clear();
					token.claims.put("name", "badltilaunch");
				}));
	}

	static Stream<Arguments> times() {
		return Stream.of(refused(401, "67: exp 90 s past", claim("exp", now(-90))),
				accepted("68: exp 30 s past", (token) -> {
					token.claims.put("iat", now(-90));
					token.claims.put("exp", now(-30));
				}), refused(401, "69: no exp", without("exp")),
				refused(401, "70: exp is no number", claim("exp", "tomorrow")),
				refused(401, "71: iat and exp long past", (token) -> {
					token.claims.put("iat", 11111);
					token.claims.put("exp", 22222);
				}), refused(401, "72: iat in an hour", (token) -> {
					token.claims.put("iat", now(3600));
					token.claims.put("exp", now(3660));
				}), accepted("73: iat in 30 s", claim("iat", now(30))), refused(401, "74: no iat", without("iat")),
				refused(401, "75: nbf in an hour", claim("nbf", now(3600))),
				refused(401, "30: no nonce", without("nonce")),
				refused(401, "31: other nonce", claim("nonce", "other")),
				refused(401, "31: nonce is a number", claim("nonce", 1)));
	}

	static Stream<Arguments> ltiClaims() {
		return Stream.of(refused(401, "80: version 11.3", claim(LTI + "version", "11.3")),
				refused(401, "80: version 1.1", claim(LTI + "version", "1.1")),
				refused(401, "80: version is a number", claim(LTI + "version", 1.3)),
				refused(401, "81: no version", without(LTI + "version")),
				refused(401, "82: no message_type", without(LTI + "message_type")),
				refused(403, "83: unknown message_type", claim(LTI + "message_type", "LtiUnheardOfRequest")),
				refused(401, "84: no deployment_id", without(LTI + "deployment_id")),
				refused(403, "85: foreign deployment_id", claim(LTI + "deployment_id", "other")),
				refused(401, "86: deployment_id is a number", claim(LTI + "deployment_id", 1)),
				refused(401, "87: no roles", without(LTI + "roles")),
				refused(401, "88: roles a bare string", claim(LTI + "roles", TestPlatform.MEMBERSHIP + "Learner")),
				accepted("89: an empty role", claim(LTI + "roles", List.of(""))),
				accepted("90: no role at all", claim(LTI + "roles", List.of())),
				accepted("91: short role", claim(LTI + "roles", List.of("Learner"))),
				accepted("92: unknown role", claim(LTI + "roles", List.of("http://x.example/unknown#Helper"))),
				refused(401, "98: no resource_link", without(LTI + "resource_link")),
				refused(401, "98: resource_link without id", claim(LTI + "resource_link", Map.of("title", "x"))),
				refused(401, "98: blank id of resource_link", claim(LTI + "resource_link", Map.of("id", " "))),
				accepted("99: resource_link with an id only", claim(LTI + "resource_link", Map.of("id", "bare"))),
				accepted("100: no context", without(LTI + "context")), accepted("101: no name", without("name")),
				accepted("102: only an e-mail", (token) -> {
					token.claims.remove("name");
					token.claims.put("email", "robin@school.example");
				}), accepted("102: long given and family names", (token) -> {
					token.claims.remove("name");
					token.claims.put("given_name", "G".repeat(200));
					token.claims.put("family_name", "F".repeat(200));
				}), accepted("104: foreign target_link_uri", claim(LTI + "target_link_uri", "https://evil.example/")),
				accepted("106: unknown claims", claim("https://x.example/claim", Map.of("a", 1))),
				accepted("107: strange names", claim("name", "\u202e<script>\ud83d\ude00\0" + "x".repeat(300))),
				accepted("110: no grade service", without("https://purl.imsglobal.org/spec/lti-ags/claim/endpoint")),
				accepted("111: half of lis", claim(LTI + "lis", Map.of("person_sourcedid", ""))));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource({ "formAndSignature", "issuerAudienceAndUser", "times", "ltiClaims" })
	void launchAnswers(String title, int status, Consumer<IdToken> spoil) {
		TestBrowser browser = new TestBrowser(this.toolUrl.base());
		TestBrowser.Login login = browser.login(this.platform);
		IdToken token = login.token();
		spoil.accept(token);
		HttpResponse<String> answer = browser.launch(login, token);
		assertThat(answer.statusCode()).isEqualTo(status);
		if (status == 303) {
			assertThat(answer.headers().firstValue("Location").orElseThrow()).matches("/links/[0-9a-f-]{36}");
		}
		else {
			assertThat(browser.cookies()).doesNotContainKey("__Host-mentorprep");
			assertThat(answer.body()).containsPattern("[2-9A-Z]{4}-[2-9A-Z]{4}")
				.doesNotContain(login.state(), login.nonce(), token.serialize());
		}
	}

	private static Arguments accepted(String title, Consumer<IdToken> change) {
		return arguments(title, 303, change);
	}

	private static Arguments refused(int status, String title, Consumer<IdToken> spoil) {
		return arguments(title, status, spoil);
	}

	private static Consumer<IdToken> claim(String name, Object value) {
		return (token) -> token.claims.put(name, value);
	}

	private static Consumer<IdToken> without(String name) {
		return (token) -> token.claims.remove(name);
	}

	private static long now(int seconds) {
		return Instant.now().getEpochSecond() + seconds;
	}

	private static String cut(String token, int parts) {
		return String.join(".", List.of(token.split("\\.")).subList(0, parts));
	}

}
