package practicelms;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicelms.course.Gradebook;
import practicelms.course.Score;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static practicelms.PracticeFixture.ALL_SCOPES;
import static practicelms.PracticeFixture.CLOCK;
import static practicelms.PracticeFixture.LMS;

/** Who may call the grade services, with which media types, and what columns answer. */
class PracticeLmsServiceTests {

	private static final String CONTAINER = "application/vnd.ims.lis.v2.lineitemcontainer+json";

	private static final String LINE_ITEM = "application/vnd.ims.lis.v2.lineitem+json";

	private static final String RESULTS = "application/vnd.ims.lis.v2.resultcontainer+json";

	private String token;

	@BeforeEach
	void start() {
		LMS.reset();
		this.token = PracticeFixture.token(ALL_SCOPES);
	}

	@Test
	void refusesCallWithoutToken() {
		HttpResponse<String> answer = PracticeFixture.send(HttpRequest.newBuilder(URI.create(item())));
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(PracticeFixture.json(answer).path("request").path("method").asString()).isEqualTo("GET");
	}

	@Test
	void refusesUnknownToken() {
		this.token = "0123456789abcdef0123456789abcdef";
		assertThat(get(item(), LINE_ITEM).statusCode()).isEqualTo(401);
	}

	@Test
	void refusesTokenAfterAnHour() {
		CLOCK.forward(Duration.ofSeconds(3600));
		assertThat(get(item(), LINE_ITEM).statusCode()).isEqualTo(401);
	}

	@Test
	void refusesForgottenToken() {
		LMS.forgetTokens();
		assertThat(get(item(), LINE_ITEM).statusCode()).isEqualTo(401);
	}

	@Test
	void refusesTokenWithoutTheScope() {
		this.token = PracticeFixture.token("https://purl.imsglobal.org/spec/lti-ags/scope/score");
		assertThat(get(item(), LINE_ITEM).statusCode()).isEqualTo(401);
	}

	@Test
	void refusesTheNumberOfAnotherTool() {
		assertThat(get(item().replace("type_id=1", "type_id=7"), LINE_ITEM).statusCode()).isEqualTo(401);
	}

	@Test
	void numberOfTheToolMayBeLeftOut() {
		assertThat(get(item().replace("?type_id=1", ""), LINE_ITEM).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/services.php/9/lineitems/2/lineitem", "/services.php/2/lineitems/9/lineitem" })
	void knowsOneCourseAndItsColumns(String path) {
		assertThat(get(LMS.baseUrl() + path, LINE_ITEM).statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", LINE_ITEM + ", application/json", LINE_ITEM + ";q=1" })
	void wantsExactlyOneMediaType(String accept) {
		assertThat(get(item(), accept).statusCode()).isEqualTo(400);
	}

	@Test
	void takesAnyMediaTypeForAColumnButNotForAllColumns() {
		assertThat(get(item(), "*/*").statusCode()).isEqualTo(200);
		assertThat(get(LMS.site().lineItemsUrl(), "*/*").statusCode()).isEqualTo(400);
	}

	@Test
	void columnsNeedNoMediaTypeAtAll() {
		HttpResponse<String> answer = PracticeFixture.send(HttpRequest.newBuilder(URI.create(LMS.site().lineItemsUrl()))
			.header("Authorization", "Bearer " + this.token));
		assertThat(PracticeFixture.json(answer)).hasSize(2);
	}

	@Test
	void findsColumnsByLink() {
		JsonNode items = PracticeFixture.json(get(LMS.site().lineItemsUrl() + "&resource_link_id=2", CONTAINER));
		assertThat(items).singleElement()
			.satisfies((item) -> assertThat(item.path("id").asString()).isEqualTo(LMS.site().lineItemUrl("3")));
	}

	@Test
	void describesAColumn() {
		assertThat(get(item(), LINE_ITEM).body()).isEqualTo("{\"id\":\"" + item()
				+ "\",\"label\":\"Judgementoring\",\"scoreMaximum\":100,\"resourceId\":\"\",\"tag\":\"\","
				+ "\"resourceLinkId\":\"1\",\"ltiLinkId\":\"1\"}");
	}

	@Test
	void changingAColumnWithoutItsLinkUntiesIt() {
		HttpResponse<String> answer = put("{\"label\":\"New\",\"scoreMaximum\":50}");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(LMS.gradebook().lineItemsOf("1")).isEmpty();
	}

	@Test
	void changedMaximumRescalesGrades() {
		LMS.gradebook().take("2", new Score("4", 80.0, 100, null, CLOCK.instant()));
		put("{\"label\":\"New\",\"scoreMaximum\":50,\"resourceLinkId\":\"1\"}");
		assertThat(LMS.gradebook().grade("4", "2").score()).isEqualTo(40);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"scoreMaximum\":50}", "{\"label\":\"New\"}", "[]", "no json" })
	void refusesAnIncompleteColumn(String body) {
		assertThat(put(body).statusCode()).isEqualTo(400);
	}

	@Test
	void refusesALinkOfAnotherTool() {
		assertThat(put("{\"label\":\"New\",\"scoreMaximum\":50,\"resourceLinkId\":\"9\"}").statusCode()).isEqualTo(403);
	}

	@Test
	void scoresCannotBeRead() {
		assertThat(get(under("scores"), "*/*").statusCode()).isEqualTo(405);
	}

	@Test
	void zeroIsAResult() {
		LMS.gradebook().take("2", new Score("4", 0.0, 100, "Not yet.", CLOCK.instant()));
		JsonNode result = PracticeFixture.json(get(under("results"), RESULTS)).path(0);
		assertThat(result.path("resultScore").asInt(-1)).isZero();
		assertThat(result.path("comment").asString()).isEqualTo("Not yet.");
		assertThat(result.path("scoreOf").asString()).isEqualTo(item());
	}

	@Test
	void findsResultsByUser() {
		LMS.gradebook().take("2", new Score("4", 70.0, 100, null, CLOCK.instant()));
		assertThat(PracticeFixture.json(get(under("results") + "&user_id=4", RESULTS))).hasSize(1);
		assertThat(PracticeFixture.json(get(under("results") + "&user_id=5", RESULTS))).isEmpty();
	}

	@Test
	void commentWithoutGradeIsAResultWithoutScore() {
		LMS.gradebook().take("2", new Score("4", null, 100, "Soon.", CLOCK.instant()));
		assertThat(PracticeFixture.json(get(under("results"), RESULTS)).path(0).propertyNames()).containsExactly("id",
				"userId");
	}

	@Test
	void resultsStumbleOverLimit() {
		assertThat(get(under("results") + "&limit=10", RESULTS).statusCode()).isEqualTo(404);
	}

	private static String item() {
		return LMS.site().lineItemUrl(Gradebook.JUDGEMENTORING_ITEM);
	}

	private static String under(String part) {
		return item().replace("?", "/" + part + "?");
	}

	private HttpResponse<String> get(String url, String accept) {
		return PracticeFixture.send(HttpRequest.newBuilder(URI.create(url))
			.header("Accept", accept)
			.header("Authorization", "Bearer " + this.token));
	}

	private HttpResponse<String> put(String body) {
		return PracticeFixture.send(HttpRequest.newBuilder(URI.create(item()))
			.header("Content-Type", LINE_ITEM)
			.header("Authorization", "Bearer " + this.token)
			.PUT(HttpRequest.BodyPublishers.ofString(body)));
	}

}
