package practicelms;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.function.Consumer;

import com.nimbusds.jwt.JWTClaimsSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import practicelms.service.Faults;

import static org.assertj.core.api.Assertions.assertThat;
import static practicelms.PracticeFixture.ALL_SCOPES;
import static practicelms.PracticeFixture.CLOCK;
import static practicelms.PracticeFixture.LMS;
import static practicelms.PracticeFixture.TOOL;

/** Whom the practice LMS gives access tokens to. */
class PracticeLmsTokenTests {

	private static final Consumer<JWTClaimsSet.Builder> NOTHING = (claims) -> {
	};

	@AfterEach
	void reset() {
		LMS.reset();
	}

	@Test
	void answersJsonUnderTheNameOfHtml() {
		HttpResponse<String> answer = PracticeFixture.askToken(TOOL.assertion(NOTHING));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
		assertThat(PracticeFixture.json(answer).path("expires_in").asInt()).isEqualTo(3600);
		assertThat(PracticeFixture.json(answer).path("access_token").asString()).matches("[0-9a-f]{32}");
	}

	@Test
	void grantsWhatWasAskedAndIsPermitted() {
		String readOnly = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";
		HttpResponse<String> answer = PracticeFixture
			.askToken(PracticeFixture.tokenForm(TOOL.assertion(NOTHING), "something.else " + readOnly));
		assertThat(PracticeFixture.json(answer).path("scope").asString()).isEqualTo(readOnly);
	}

	@Test
	void refusesIfNothingIsLeftToGrant() {
		expectError(PracticeFixture.askToken(PracticeFixture.tokenForm(TOOL.assertion(NOTHING), "something.else")),
				"invalid_scope");
	}

	@ParameterizedTest
	@ValueSource(strings = { "grant_type", "client_assertion_type", "client_assertion", "scope" })
	void refusesIncompleteForm(String name) {
		Map<String, String> form = PracticeFixture.tokenForm(TOOL.assertion(NOTHING), ALL_SCOPES);
		form.remove(name);
		expectError(PracticeFixture.askToken(form), "invalid_request");
	}

	@ParameterizedTest
	@CsvSource({ "grant_type,password", "client_assertion_type,other" })
	void refusesOtherGrants(String name, String value) {
		Map<String, String> form = PracticeFixture.tokenForm(TOOL.assertion(NOTHING), ALL_SCOPES);
		form.put(name, value);
		expectError(PracticeFixture.askToken(form), "unsupported_grant_type");
	}

	@Test
	void refusesJsonBody() {
		HttpResponse<String> answer = PracticeFixture
			.send(PracticeFixture.post(LMS.baseUrl() + "/token", "application/json", "{}"));
		expectError(answer, "invalid_request");
	}

	@Test
	void refusesSubjectThatIsNoClient() {
		expectError(PracticeFixture.askToken(TOOL.assertion((claims) -> claims.subject("other"))), "invalid_client");
	}

	@Test
	void refusesAssertionWithoutSubject() {
		expectError(PracticeFixture.askToken(TOOL.assertion((claims) -> claims.subject(null))), "invalid_request");
	}

	@Test
	void refusesWhatIsNoToken() {
		expectError(PracticeFixture.askToken("a.b"), "invalid_request");
	}

	@Test
	void refusesAssertionFromTheFuture() {
		expectError(PracticeFixture.askToken(TOOL.assertion((claims) -> claims.issueTime(in(1)))),
				"Cannot handle token with iat prior to");
	}

	@Test
	void refusesAssertionThatIsNotYetValid() {
		expectError(PracticeFixture.askToken(TOOL.assertion((claims) -> claims.notBeforeTime(in(1)))),
				"Cannot handle token with nbf prior to");
	}

	@Test
	void refusesAssertionThatExpiresThisSecond() {
		expectError(PracticeFixture.askToken(TOOL.assertion((claims) -> claims.expirationTime(in(0)))),
				"Expired token");
	}

	@Test
	void refusesAssertionWithoutKidInBrokenJson() {
		expectError(PracticeFixture.askToken(TOOL.sign(TOOL.key(), null, claims())),
				"\"\"kid\" empty, unable to lookup correct key\"");
	}

	@Test
	void refusesUnknownKid() {
		expectError(PracticeFixture.askToken(TOOL.sign(TOOL.key(), "other", claims())),
				"\"\"kid\" invalid, unable to lookup correct key\"");
	}

	@Test
	void refusesSignatureOfAnotherKeyWithTheSameKid() {
		expectError(PracticeFixture.askToken(TOOL.sign(FakeTool.newKey(), TOOL.key().getKeyID(), claims())),
				"Signature verification failed");
	}

	@Test
	void fetchesKeysOnlyWhenNeeded() {
		PracticeFixture.token(ALL_SCOPES);
		int before = TOOL.jwksFetches();
		PracticeFixture.token(ALL_SCOPES);
		assertThat(TOOL.jwksFetches()).isEqualTo(before);
	}

	@Test
	void newKeyOfTheToolWorksAtOnce() {
		PracticeFixture.token(ALL_SCOPES);
		TOOL.replaceKey();
		assertThat(PracticeFixture.askToken(TOOL.assertion(NOTHING)).statusCode()).isEqualTo(200);
	}

	@Test
	void doesNotLookAtTheAudience() {
		assertThat(PracticeFixture.askToken(TOOL.assertion((claims) -> claims.audience("elsewhere"))).statusCode())
			.isEqualTo(200);
	}

	@Test
	void canBeSwitchedOffAndOn() {
		LMS.faults().takeDown(Faults.Door.TOKENS);
		assertThat(PracticeFixture.askToken(TOOL.assertion(NOTHING)).statusCode()).isEqualTo(503);
		LMS.faults().bringBack(Faults.Door.TOKENS);
		assertThat(PracticeFixture.askToken(TOOL.assertion(NOTHING)).statusCode()).isEqualTo(200);
	}

	@Test
	void remembersWhatWasAsked() {
		PracticeFixture.token(ALL_SCOPES);
		assertThat(LMS.received().tokenRequests()).singleElement()
			.satisfies((request) -> assertThat(request.form()).containsEntry("scope", ALL_SCOPES));
	}

	private static JWTClaimsSet claims() {
		return new JWTClaimsSet.Builder().subject("practice-client").expirationTime(in(60)).build();
	}

	private static Date in(int seconds) {
		return Date.from(CLOCK.instant().plus(Duration.ofSeconds(seconds)));
	}

	private static void expectError(HttpResponse<String> answer, String error) {
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains(error);
	}

}
