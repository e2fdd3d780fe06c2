package practicelms;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicelms.course.Tool;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static practicelms.PracticeFixture.LMS;
import static practicelms.PracticeFixture.TOOL;

/** How a tool registers itself with the practice LMS, with Moodle's quirks. */
class PracticeLmsRegistrationTests {

	private static final String CONFIGURATION = "https://purl.imsglobal.org/spec/lti-tool-configuration";

	@AfterEach
	void reset() {
		LMS.reset();
	}

	@Test
	void configurationSpeaksForThisLms() {
		JsonNode document = PracticeFixture.json(new Visitor().get("/openid-configuration"));
		assertThat(document.path("issuer").asString()).isEqualTo(LMS.baseUrl());
		assertThat(document.path("registration_endpoint").asString()).startsWith(LMS.baseUrl());
	}

	@Test
	void frameLeadsToTheToolAndKeepsItsQuery() {
		assertThat(start().getQuery()).startsWith("invitation=x&openid_configuration=" + LMS.baseUrl())
			.contains("&registration_token=eyJ");
	}

	@Test
	void answersWith200AndThePendingTool() {
		HttpResponse<String> answer = register(token(), client());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(PracticeFixture.json(answer).path(CONFIGURATION).path("deployment_id").asString()).isEqualTo("2");
		assertThat(LMS.tools().all()).extracting(Tool::active).containsExactly(true, false);
	}

	@Test
	void scopeOfTheAnswerPromisesTooMuch() {
		assertThat(PracticeFixture.json(register(token(), client())).path("scope").asString()).contains("/lineitem");
	}

	@Test
	void tokenWorksOnce() {
		String token = token();
		register(token, client());
		HttpResponse<String> again = register(token, client());
		assertThat(List.of(again.statusCode(), again.body())).containsExactly(401, "token_already_used");
	}

	@Test
	void withoutATokenNothingIsRegistered() {
		assertThat(register(null, client()).body()).isEqualTo("missing_registration_token");
	}

	@Test
	void badTokenLeadsToAPage() {
		HttpResponse<String> answer = register("x.y.z", client());
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).contains("<html");
	}

	@ParameterizedTest
	@ValueSource(strings = { "response_types", "initiate_login_uri", "redirect_uris", "client_name", "jwks_uri",
			"token_endpoint_auth_method", CONFIGURATION })
	void missingAttributeIsNamedAsBareText(String name) {
		HttpResponse<String> answer = register(token(), without(name));
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
		assertThat(answer.body()).isEqualTo("missing required attribute " + name);
	}

	@Test
	void domainMustHaveThePortOfTheTarget() {
		ObjectNode client = client();
		((ObjectNode) client.path(CONFIGURATION)).put("domain", "localhost");
		assertThat(register(token(), client).body()).isEqualTo("domain_targetlinkuri_mismatch");
	}

	@Test
	void activatedToolIsTheOneThatIsLaunched() {
		register(token(), client());
		Visitor admin = new Visitor();
		assertThat(Jsoup.parse(admin.get("/admin").body()).selectFirst("#tool-2").text()).contains("Pending");
		admin.post("/admin/tools/2/activation", Map.of());
		assertThat(LMS.tools().current().typeId()).isEqualTo(2);
	}

	private static URI start() {
		HttpResponse<String> page = new Visitor()
			.get("/startregistration?url=" + TOOL.url() + "/lti/register?invitation=x");
		return page.uri();
	}

	/** From the frame's address: the tool of this test has no page there. */
	private static String token() {
		return UriComponentsBuilder.fromUri(start()).build().getQueryParams().getFirst("registration_token");
	}

	private static HttpResponse<String> register(String token, ObjectNode client) {
		var request = PracticeFixture.post(LMS.baseUrl() + "/openid-registration", "application/json",
				client.toString());
		return PracticeFixture.send((token != null) ? request.header("Authorization", "Bearer " + token) : request);
	}

	private static ObjectNode without(String name) {
		ObjectNode client = client();
		client.remove(name);
		return client;
	}

	/** A good registration, spoiled in one thing by the caller. */
	private static ObjectNode client() {
		String launch = TOOL.url() + "/lti/launch";
		ObjectNode client = JsonMapper.shared().createObjectNode();
		client.putArray("response_types").add("id_token");
		client.putArray("redirect_uris").add(launch);
		client.put("initiate_login_uri", TOOL.url() + "/lti/login");
		client.put("client_name", "A tool");
		client.put("jwks_uri", TOOL.url() + "/jwks");
		client.put("token_endpoint_auth_method", "private_key_jwt");
		client.put("scope", "https://purl.imsglobal.org/spec/lti-ags/scope/score");
		client.putObject(CONFIGURATION).put("domain", TOOL.url().getAuthority()).put("target_link_uri", launch);
		return client;
	}

}
