package org.mentorprep.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import org.mentorprep.fuzz.Wire.Answer;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.web.LogLimit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What strangers send gets a clear answer with our headers, does not enter the log, and
 * can't make it grow.
 */
@IntegrationTest
class JunkIntegrationTests extends LaunchFixture {

	/** Must never stand in the log. */
	private static final String MARKER = "Jane7Doe";

	private static final int EACH = 15;

	private static final int LINES = 5;

	private static final List<String> LIKE_A_STRANGER = List.of("/" + MARKER, "/links/" + MARKER,
			"/links/00000000-0000-4000-8000-000000000000?resumed=" + MARKER, "/course/" + MARKER + "/x",
			"/operator/" + MARKER, "/css/" + MARKER + ".css", "/webjars/" + MARKER, "/lti/" + MARKER,
			"/actuator/" + MARKER, "/error?" + MARKER, "/a%2F" + MARKER, "/a%5C" + MARKER, "/%00" + MARKER,
			"/%zz" + MARKER, "/%c0%ae" + MARKER, "/a;" + MARKER + "=1", "/a//" + MARKER, "/../" + MARKER,
			"/<" + MARKER + ">",
			"/lti/login?iss=https://unknown.example&login_hint=" + MARKER + "&target_link_uri=" + MARKER,
			"/lti/login?login_hint=%zz" + MARKER, "/lti/login?a=" + MARKER + "%00",
			"/lti/register?invitation=" + MARKER + "&openid_configuration=http://" + MARKER);

	@Autowired
	private RequestMappingHandlerMapping requestMappingHandlerMapping;

	private final LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();

	private final LogLimit limit = new LogLimit(LINES);

	@AfterEach
	void unlimited() {
		this.limit.stop();
	}

	@Test
	@DisplayName("F26: junk of many kinds neither enters the log nor makes it grow")
	void junkStaysOutOfTheLog() {
		Wire wire = new Wire(this.toolUrl.base());
		String link = this.browser.launch(this.platform);
		List<String> lines;
		try (LogWatch log = LogWatch.begin()) {
			this.limit.start();
			this.loggers.addTurboFilter(this.limit);
			for (int i = 0; i < EACH; i++) {
				aborted().forEach(wire::abort);
				junk().values().forEach(wire::send);
				this.browser.get(link + "?resumed=" + MARKER);
				this.browser.get(link + "/modules/" + MARKER + "?resumed=" + MARKER);
				this.browser.post(link + "/" + MARKER, Map.of("_csrf", MARKER, "choice", MARKER));
			}
			lines = log.news();
		}
		assertThat(lines).as("lines with what was sent").noneMatch((line) -> line.contains(MARKER));
		assertThat(lines).as("stack traces").noneMatch((line) -> line.contains("\tat "));
		Map<String, Long> byLogger = lines.stream()
			.collect(Collectors.groupingBy((line) -> line.split(":")[0], Collectors.counting()));
		assertThat(byLogger.values()).as(byLogger.toString()).allMatch((count) -> count <= 2 * LINES);
		assertThat(String.join("\n", lines).length()).isLessThan(10_000);
	}

	@Test
	@DisplayName("F28: junk gets a page of ours, with our headers, and never a 5xx")
	void junkIsAnswered() {
		Wire wire = new Wire(this.toolUrl.base());
		List<String> wrong = new ArrayList<>();
		junk()
			.forEach((name, bytes) -> problem(wire.send(bytes)).forEach((problem) -> wrong.add(name + ": " + problem)));
		assertThat(wrong).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "text/plain", "application/octet-stream", "multipart/form-data",
			"multipart/form-data; boundary=" + MARKER, "multipart/mixed; boundary=x", "application/xml", "no type",
			"" })
	@DisplayName("F28: a body of another media type is never a 5xx, wherever it is posted")
	void otherMediaTypes(String type) {
		Wire wire = new Wire(this.toolUrl.base());
		List<String> wrong = new ArrayList<>();
		posts().forEach((path) -> {
			byte[] request = request("POST " + path + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
					+ (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")
					+ "Content-Length: 9\r\n\r\n{\"a\": 1}\n");
			problem(wire.send(request)).forEach((problem) -> wrong.add(path + ": " + problem));
		});
		assertThat(wrong).isEmpty();
	}

	/** Every address that takes a POST. */
	private Stream<String> posts() {
		return this.requestMappingHandlerMapping.getHandlerMethods()
			.keySet()
			.stream()
			.filter((mapping) -> mapping.getMethodsCondition().getMethods().isEmpty()
					|| mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST))
			.flatMap((mapping) -> mapping.getPatternValues().stream())
			.map((pattern) -> pattern.replaceAll("\\{([^{}]|\\{[^}]*})*}", "00000000-0000-4000-8000-000000000000"))
			.distinct();
	}

	private static Stream<String> problem(Answer answer) {
		Stream.Builder<String> problems = Stream.builder();
		// Unknown transfer codings are 'not implemented' (RFC 9112, section 6.1).
		if (answer.status() == 0 || (answer.status() >= 500 && answer.status() != 501)) {
			problems.add("status " + answer.status());
		}
		if (answer.status() >= 400 && answer.values("Content-Security-Policy").count() != 1) {
			problems.add(answer.status() + " without policy " + answer.headers());
		}
		if (answer.body().contains("Tomcat") || answer.body().contains("HTTP Status")) {
			problems.add("Tomcat's page");
		}
		return problems.build();
	}

	private static Map<String, byte[]> junk() {
		Map<String, byte[]> junk = new LinkedHashMap<>();
		LIKE_A_STRANGER.forEach((path) -> junk.put(path, get(path, "")));
		for (String header : List.of("Cookie: a=\u0001" + MARKER, "Cookie: " + MARKER + "=\"", "Accept: " + MARKER,
				"Accept-Language: *&" + MARKER, "If-Modified-Since: " + MARKER, "Range: bytes=" + MARKER,
				"Content-Type: " + MARKER, "Expect: " + MARKER, "Content-Length: " + MARKER, MARKER,
				"X: " + MARKER.repeat(2_000), "Transfer-Encoding: " + MARKER, "Authorization: Bearer " + MARKER,
				"Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: " + MARKER)) {
			junk.put(header.substring(0, Math.min(60, header.length())), get("/lti/launch", header + "\r\n"));
		}
		junk.put("spaces", request("GET / " + MARKER + " HTTP/1.1\r\nHost: h\r\n\r\n"));
		junk.put("method", request(MARKER + " / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"));
		junk.put("odd method", request("G\u0001" + MARKER + " / HTTP/1.1\r\nHost: h\r\n\r\n"));
		junk.put("protocol", request("GET / HTTP/" + MARKER + "\r\nHost: h\r\n\r\n"));
		junk.put("host", request("GET / HTTP/1.1\r\nHost: " + MARKER + "_<>\r\n\r\n"));
		junk.put("long line", request("GET /" + MARKER.repeat(3_000) + " HTTP/1.1\r\nHost: h\r\n\r\n"));
		junk.put("escape", post("/lti/launch", "id_token=%zz" + MARKER));
		junk.put("many fields", post("/lti/launch", (MARKER + "=1&").repeat(3_000)));
		junk.put("token", post("/lti/launch", "state=a&id_token=" + MARKER));
		junk.put("sign-in", post("/operator/sign-in", "password=" + MARKER));
		return junk;
	}

	/** Each promises more than it sends. */
	private static List<byte[]> aborted() {
		return Stream.of("/lti/launch", "/lti/login", "/operator/sign-in", "/links/" + MARKER, "/" + MARKER)
			.map((path) -> request("POST " + path + " HTTP/1.1\r\nHost: h\r\nContent-Type: "
					+ "application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\nid_token=" + MARKER))
			.toList();
	}

	private static byte[] get(String path, String headers) {
		return request("GET " + path + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n" + headers + "\r\n");
	}

	private static byte[] post(String path, String body) {
		return request("POST " + path + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Type: "
				+ "application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
	}

	private static byte[] request(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

}
