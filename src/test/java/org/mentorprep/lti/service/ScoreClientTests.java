package org.mentorprep.lti.service;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.oauth2.client.registration.ClientRegistration;

import org.mentorprep.lti.service.Score.ActivityProgress;
import org.mentorprep.lti.service.ServiceFailed.Reason;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Cases 135-140, 149, 155, X1-X5. */
@ExtendWith(OutputCaptureExtension.class)
class ScoreClientTests {

	private static final FaultyLms LMS = new FaultyLms();

	private final ScoreClient client = LMS.client();

	@BeforeEach
	void heal() {
		LMS.healthy();
	}

	@AfterAll
	static void stop() {
		LMS.stop();
	}

	@Test
	void reportsAcceptedScore() {
		assertThat(sendScore()).isEqualTo(Outcome.ACCEPTED);
	}

	@Test
	@DisplayName("case 136: /scores goes into the path, before the query")
	void putsScoresIntoPathBeforeQuery() {
		sendScore();
		assertThat(sent().getUrl()).isEqualTo(FaultyLms.SCORES_PATH + "?type_id=1");
	}

	@Test
	@DisplayName("case 137: /scores goes to the end of an address without query")
	void putsScoresAtEndOfAddressWithoutQuery() {
		this.client.post(LMS.registration(), URI.create(LMS.lineItem().toString().replace("?type_id=1", "")),
				FaultyLms.score());
		assertThat(sent().getUrl()).isEqualTo(FaultyLms.SCORES_PATH);
	}

	@Test
	void keepsWhatIsEncodedInAddress() {
		LMS.server().stubFor(any(anyUrl()).willReturn(aResponse()));
		LMS.tokens(FaultyLms.token("token-1"));
		this.client.post(LMS.registration(), URI.create(LMS.server().baseUrl() + "/l/a%2Fb?x=a%20b%26c"),
				FaultyLms.score());
		assertThat(LMS.server().findAll(postRequestedFor(urlPathEqualTo("/l/a%2Fb/scores"))).get(0).getUrl())
			.isEqualTo("/l/a%2Fb/scores?x=a%20b%26c");
	}

	@Test
	@DisplayName("case 138: a score has exactly its media type")
	void sendsMediaTypeOfScores() {
		sendScore();
		assertThat(sent().getHeader("Content-Type")).isEqualTo("application/vnd.ims.lis.v1.score+json");
	}

	@Test
	@DisplayName("case X5: a score names no type to accept")
	void sendsNoAcceptHeader() {
		sendScore();
		assertThat(sent().containsHeader("Accept")).isFalse();
	}

	@Test
	void sendsBodyOfKnownLength() {
		sendScore();
		assertThat(sent().containsHeader("Content-Length")).isTrue();
	}

	@Test
	void asksForNoUpgradeOfProtocol() {
		sendScore();
		assertThat(sent().containsHeader("Upgrade")).isFalse();
	}

	@Test
	@DisplayName("case 139, X2: a score is one line of compact JSON with all its members")
	void sendsAllMembersOnOneLine() {
		sendScore();
		assertThat(sent().getBodyAsString()).isEqualTo("{\"userId\":\"42\",\"scoreGiven\":69,\"scoreMaximum\":100,"
				+ "\"activityProgress\":\"InProgress\",\"gradingProgress\":\"FullyGraded\","
				+ "\"comment\":\"Not completed yet.\\nStill to do: \u2018A\u2019\","
				+ "\"timestamp\":\"2026-11-24T08:15:54Z\"}");
	}

	@Test
	@DisplayName("case 140: zero is sent as zero")
	void sendsZeroAsZero() {
		Score zero = new Score("42", 0, 100, ActivityProgress.IN_PROGRESS, "c", FaultyLms.score().timestamp());
		this.client.post(LMS.registration(), LMS.lineItem(), zero);
		assertThat(sent().getBodyAsString()).contains("\"scoreGiven\":0,");
	}

	@ParameterizedTest
	@DisplayName("case X1, X4: the answer of a score is read for what it means")
	@MethodSource
	void readsAnswer(ResponseDefinitionBuilder answer, Outcome expected) {
		LMS.scores(answer);
		assertThat(sendScore()).isEqualTo(expected);
	}

	static Stream<Arguments> readsAnswer() {
		return Stream.of(arguments(aResponse().withStatus(204), Outcome.ACCEPTED),
				arguments(aResponse().withStatus(200).withBody("{\"resultUrl\":\"x\"}"), Outcome.ACCEPTED),
				arguments(aResponse().withStatus(200).withBody("[]"), Outcome.failed(Reason.NOT_ACCEPTED)),
				arguments(aResponse().withStatus(200).withBody(" []\n"), Outcome.failed(Reason.NOT_ACCEPTED)),
				arguments(aResponse().withStatus(400).withBody("[]"), Outcome.failed(Reason.NOT_ACCEPTED)),
				arguments(aResponse().withStatus(400), Outcome.failed(Reason.TURNED_DOWN)),
				arguments(aResponse().withStatus(422), Outcome.failed(Reason.TURNED_DOWN)),
				arguments(aResponse().withStatus(410), Outcome.failed(Reason.NOT_FOUND)),
				arguments(aResponse().withStatus(403), Outcome.failed(Reason.FORBIDDEN)),
				arguments(aResponse().withStatus(404), Outcome.failed(Reason.NOT_FOUND)),
				arguments(aResponse().withStatus(409).withBody("[]"), Outcome.failed(Reason.CONFLICT)),
				arguments(aResponse().withStatus(500).withBody("[]"), Outcome.failed(Reason.LOCKED)),
				arguments(aResponse().withStatus(500).withBody("oops"), Outcome.later(null)),
				arguments(aResponse().withStatus(503), Outcome.later(null)),
				arguments(aResponse().withStatus(503).withHeader("Retry-After", "120"),
						Outcome.later(Duration.ofMinutes(2))),
				arguments(aResponse().withStatus(429).withHeader("Retry-After", "7"),
						Outcome.later(Duration.ofSeconds(7))),
				arguments(aResponse().withStatus(503).withHeader("Retry-After", "soon"), Outcome.later(null)),
				arguments(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), Outcome.failed(Reason.UNREACHABLE)),
				arguments(aResponse().withFault(Fault.EMPTY_RESPONSE), Outcome.failed(Reason.UNREACHABLE)));
	}

	@ParameterizedTest
	@DisplayName("F4: success counts only if it is empty, JSON that refuses nothing, or of the type of AGS")
	@CsvSource(delimiter = '|', textBlock = """
			''                                        | ''                                        |
			''                                        | {}                                        |
			text/html;charset=utf-8                   | {"resultUrl":"x"}                         |
			text/html                                 | ' '                                       |
			application/json                          | {"error":null,"errors":[],"success":true} |
			application/vnd.ims.lis.v1.score+json     | ok                                        |
			text/html                                 | <!DOCTYPE html><title>Sign in</title>     | UNCLEAR
			''                                        | <html>                                    | UNCLEAR
			application/json                          | <html>                                    | UNCLEAR
			application/vnd.ims.lis.v1.score+json     | <html>                                    | UNCLEAR
			text/plain                                | Welcome                                   | UNCLEAR
			no type/at all                            | Welcome                                   | UNCLEAR
			application/json                          | {"errors":["Not taken"]}                  | TURNED_DOWN
			application/json                          | {"error":"no"}                            | TURNED_DOWN
			application/json                          | {"success":false}                         | TURNED_DOWN
			application/json                          | false                                     | TURNED_DOWN
			application/json                          | []                                        | NOT_ACCEPTED
			""")
	void believesSuccessOnlyOfGradebook(String type, String body, Reason reason) {
		ResponseDefinitionBuilder answer = aResponse().withStatus(200).withBody(body);
		LMS.scores(type.isEmpty() ? answer : answer.withHeader("Content-Type", type));
		assertThat(sendScore()).isEqualTo(Outcome.failed(reason));
	}

	@ParameterizedTest
	@DisplayName("F4: an address that leads on is wrong, and not an LMS that does not answer")
	@CsvSource({ "301", "302", "307", "308" })
	void tellsAddressThatLeadsOn(int status) {
		LMS.scores(aResponse().withStatus(status).withHeader("Location", "/elsewhere"));
		assertThat(sendScore()).isEqualTo(Outcome.failed(Reason.MOVED));
	}

	@ParameterizedTest
	@DisplayName("F5: a refusal is told for what it is, in the words of the LMS if they are harmless")
	@CsvSource(delimiter = '|',
			textBlock = """
					405 | {"message":"Method not allowed"}                                   | TURNED_DOWN  | Method not allowed
					413 | {"title":"Too large","status":413}                                 | TURNED_DOWN  | Too large
					415 | {"detail":"Not that type"}                                         | TURNED_DOWN  | Not that type
					400 | {"errors":{"type":"x","message":"This course has concluded."}}     | COURSE_CLOSED | This course has concluded.
					422 | {"errors":[{"message":"User not found in course"}]}                | NOT_ACCEPTED | User not found in course
					404 | {"error":{"message":"The student is gone"}}                        | NOT_ACCEPTED | The student is gone
					404 | {"message":"No line item for user 12345"}                          | NOT_FOUND    | No line item for user …
					404 | <h1>User not found</h1>                                            | NOT_FOUND    |
					400 | {"message":"<script>alert(1)</script>"}                            | TURNED_DOWN  |
					400 | {"message":"jane@school.example at https://x.example/?token=abc no"} | TURNED_DOWN | … at … no
					400 | {"message":"Bad: {\"userId\":\"42\",\"comment\":\"personal\"}"} | TURNED_DOWN |
					400 | {"message":"one\\ntwo\\u202e three"}                               | TURNED_DOWN  | one two three
					400 | {"message":17}                                                     | TURNED_DOWN  |
					403 | {"message":"Not for you"}                                          | FORBIDDEN    | Not for you
					""")
	void tellsRefusalInWordsOfTheLms(int status, String body, Reason reason, String said) {
		LMS.scores(aResponse().withStatus(status).withHeader("Content-Type", "application/json").withBody(body));
		assertThatExceptionOfType(ServiceFailed.class)
			.isThrownBy(() -> this.client.post(LMS.registration(), LMS.lineItem(), FaultyLms.score()))
			.satisfies((failure) -> {
				assertThat(failure.reason()).isEqualTo(reason);
				assertThat(failure.said()).isEqualTo(said);
				assertThat(failure.isOfPlatform()).isFalse();
			});
	}

	@Test
	@DisplayName("F5: of a long sentence of the LMS no more than 200 characters are kept")
	void shortensWordsOfTheLms() {
		LMS.scores(aResponse().withStatus(400).withHeader("Content-Type", "text/plain").withBody("no way ".repeat(99)));
		assertThatExceptionOfType(ServiceFailed.class)
			.isThrownBy(() -> this.client.post(LMS.registration(), LMS.lineItem(), FaultyLms.score()))
			.satisfies((failure) -> assertThat(failure.said()).hasSizeBetween(190, 200).endsWith("…"));
	}

	@Test
	@DisplayName("F1: an address that our libraries would not parse is called as it stands")
	void callsAddressAsItStands() {
		this.client.post(LMS.registration(), URI.create(LMS.lineItem() + "&ids[]=7"), FaultyLms.score());
		assertThat(sent().getUrl()).isEqualTo(FaultyLms.SCORES_PATH + "?type_id=1&ids[]=7");
	}

	@Test
	@DisplayName("F1: no token says something about the LMS, no answer for a score may be the line item's")
	void tellsWhetherEveryCallWouldFail() {
		LMS.scores(aResponse().withFault(Fault.EMPTY_RESPONSE));
		assertThat(failure().isOfPlatform()).isFalse();
		LMS.tokens(aResponse().withStatus(503));
		assertThat(failure(LMS.client()).isOfPlatform()).isTrue();
		LMS.tokens(aResponse().withStatus(302));
		assertThat(failure(LMS.client()).reason()).isEqualTo(Reason.MOVED);
	}

	@Test
	void waitsNoLongerThanAllowedForAnswer() {
		LMS.scores(aResponse().withStatus(200).withFixedDelay(60_000));
		assertThat(Outcome.of(LMS.impatientClient(), LMS.registration(), LMS.lineItem()))
			.isEqualTo(Outcome.failed(Reason.UNREACHABLE));
	}

	@Test
	void waitsNoLongerThanAllowedForRestOfAnswer() {
		LMS.scores(aResponse().withStatus(200).withBody("x".repeat(50)).withChunkedDribbleDelay(5, 60_000));
		assertThat(Outcome.of(LMS.impatientClient(), LMS.registration(), LMS.lineItem()))
			.isEqualTo(Outcome.failed(Reason.UNREACHABLE));
	}

	@ParameterizedTest
	@DisplayName("case 141: points below nothing, above the maximum or of nothing are refused here")
	@CsvSource({ "-1, 100", "101, 100", "0, 0", "1, -1" })
	void refusesPointsThatAreNone(int given, int maximum) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Score("42", given, maximum, ActivityProgress.IN_PROGRESS, "c", Instant.EPOCH));
	}

	@Test
	void callsClosedPortUnreachable() throws IOException {
		int closed;
		try (ServerSocket socket = new ServerSocket(0)) {
			closed = socket.getLocalPort();
		}
		String nobody = "http://localhost:" + closed;
		ClientRegistration lms = FaultyLms.registration("r1", nobody,
				LMS.registration().getProviderDetails().getTokenUri());
		assertThat(Outcome.of(this.client, lms, URI.create(nobody + "/lineitem")))
			.isEqualTo(Outcome.failed(Reason.UNREACHABLE));
	}

	@Test
	void doesNotFollowRedirect() {
		LMS.scores(aResponse().withStatus(307).withHeader("Location", "/elsewhere"));
		sendScore();
		LMS.server().verify(0, postRequestedFor(urlPathEqualTo("/elsewhere")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/lineitem", "http://evil.example/lineitem",
			"https://localhost.evil.example/lineitem", "https://localhost@evil.example/lineitem",
			"https://evil@localhost/lineitem", "ftp://localhost/lineitem", "https:lineitem", "/lineitem" })
	@DisplayName("case 155: nothing is sent to an address that is not of the LMS")
	void sendsNothingToAddressThatIsNotOfTheLms(URI address) {
		assertThat(Outcome.of(this.client, LMS.registration(), address))
			.isEqualTo(Outcome.failed(Reason.FOREIGN_ADDRESS));
	}

	@Test
	void sendsNothingInClearTextButOnLoopback() {
		ClientRegistration lms = FaultyLms.registration("r1", "https://lms.example", "https://lms.example/token");
		assertThat(Outcome.of(this.client, lms, URI.create("http://lms.example/lineitem")))
			.isEqualTo(Outcome.failed(Reason.FOREIGN_ADDRESS));
	}

	@Test
	void takesHostOfIssuerForOneOfTheLms() {
		ClientRegistration lms = FaultyLms.registration("r1", "https://LMS.example", "https://sso.example/token");
		assertThat(ServiceClient.isOwn(lms, URI.create("https://lms.example/lineitem"))).isTrue();
	}

	@Test
	@DisplayName("case X3: the reason phrase, which may echo the score, is neither logged nor told")
	void neitherLogsNorTellsReasonPhrase(CapturedOutput output) {
		LMS.scores(aResponse().withStatus(400)
			.withStatusMessage("Incorrect score received{\"userId\":\"42\",\"comment\":\"sehr pers\u00f6nlich\"}")
			.withBody("[]"));
		assertThat(sendScore().toString() + output).doesNotContain("Incorrect", "userId");
	}

	private ServiceFailed failure() {
		return failure(this.client);
	}

	private static ServiceFailed failure(ScoreClient client) {
		return catchThrowableOfType(ServiceFailed.class,
				() -> client.post(LMS.registration(), LMS.lineItem(), FaultyLms.score()));
	}

	private Outcome sendScore() {
		return Outcome.of(this.client, LMS.registration(), LMS.lineItem());
	}

	private static LoggedRequest sent() {
		return LMS.server().findAll(postRequestedFor(urlPathEqualTo(FaultyLms.SCORES_PATH))).get(0);
	}

}
