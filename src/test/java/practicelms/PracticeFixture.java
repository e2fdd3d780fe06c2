package practicelms;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import practicelms.course.Course;
import practicelms.course.Grade;
import practicelms.course.Gradebook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** One practice LMS for all of its own tests, with a fake tool and a clock beside it. */
final class PracticeFixture {

	static final String SCORE_TYPE = "application/vnd.ims.lis.v1.score+json";

	private static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/scope/";

	static final String ALL_SCOPES = AGS + "lineitem " + AGS + "lineitem.readonly " + AGS + "result.readonly " + AGS
			+ "score";

	static final MovableClock CLOCK = new MovableClock();

	static final FakeTool TOOL = new FakeTool(CLOCK);

	static final PracticeLms LMS = PracticeLms.start(0, TOOL.url(), CLOCK);

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final JsonMapper JSON = JsonMapper.shared();

	private PracticeFixture() {
	}

	static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
		try {
			return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	static HttpResponse<String> send(HttpRequest.Builder request) {
		return send(HTTP, request);
	}

	static String form(Map<String, String> fields) {
		return fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	static HttpRequest.Builder post(String url, String contentType, String body) {
		return HttpRequest.newBuilder(URI.create(url))
			.header("Content-Type", contentType)
			.POST(HttpRequest.BodyPublishers.ofString(body));
	}

	static Map<String, String> tokenForm(String assertion, String scope) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("grant_type", "client_credentials");
		form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
		form.put("client_assertion", assertion);
		form.put("scope", scope);
		return form;
	}

	static HttpResponse<String> askToken(Map<String, String> form) {
		return send(post(LMS.baseUrl() + "/token", "application/x-www-form-urlencoded", form(form)));
	}

	static HttpResponse<String> askToken(String assertion) {
		return askToken(tokenForm(assertion, ALL_SCOPES));
	}

	static String token(String scope) {
		HttpResponse<String> answer = askToken(tokenForm(TOOL.assertion((claims) -> {
		}), scope));
		assertThat(answer.statusCode()).isEqualTo(200);
		return json(answer).path("access_token").asString();
	}

	static JsonNode json(HttpResponse<String> answer) {
		return JSON.readTree(answer.body());
	}

	/** A good score of the mentor. */
	static ObjectNode score() {
		return JSON.createObjectNode()
			.put("userId", Course.MENTOR.id())
			.put("scoreGiven", 80)
			.put("scoreMaximum", 100)
			.put("comment", "Completed.")
			.put("timestamp", CLOCK.instant().toString())
			.put("activityProgress", "Completed")
			.put("gradingProgress", "FullyGraded");
	}

	/** Posts what may be a score to the mentor's activity. */
	static HttpResponse<String> postScore(String token, String body) {
		String scores = LMS.site().lineItemUrl(Gradebook.JUDGEMENTORING_ITEM).replace("?", "/scores?");
		return send(post(scores, SCORE_TYPE, body).header("Authorization", "Bearer " + token));
	}

	/** What the gradebook has for the mentor. */
	static Grade grade() {
		return LMS.gradebook().grade(Course.MENTOR.id(), Gradebook.JUDGEMENTORING_ITEM);
	}

}
