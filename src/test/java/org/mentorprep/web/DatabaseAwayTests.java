package org.mentorprep.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.mentorprep.testing.BootedTool;
import org.mentorprep.testing.TestDatabase;
import org.mentorprep.testing.ToolProcess;

import practicelms.PracticeLms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The tool as a process, and a PostgreSQL that goes away behind a proxy. */
@Tag("full")
class DatabaseAwayTests {

	/** Longer than any answer may take: a tool that hangs is not heard of until then. */
	private static final Duration HANGS = Duration.ofSeconds(15);

	@TempDir
	Path folder;

	@ParameterizedTest
	@DisplayName("F23: without its database the tool lives, is not ready, shows its keys and says so; then it recovers")
	@ValueSource(booleans = { false, true })
	void databaseGoesAwayAndComesBack(boolean silently) throws Exception {
		Map<String, String> properties = new HashMap<>(TestDatabase.freshPostgres());
		URI database = URI.create(properties.get("spring.datasource.url").substring("jdbc:".length()));
		int port = BootedTool.freePort();
		try (FailingProxy proxy = new FailingProxy(database.getPort());
				PracticeLms lms = PracticeLms.start(0, URI.create("http://localhost:" + port))) {
			properties.put("spring.profiles.active", "postgres");
			properties.put("spring.datasource.url", "jdbc:postgresql://localhost:" + proxy.port() + database.getPath());
			properties.put("mentorprep.platforms-file", BootedTool.platformsFile(lms).toString());
			try (ToolProcess tool = new ToolProcess(port, properties, this.folder.resolve("log")).start()) {
				proxy.fail(silently);
				await().atMost(Duration.ofMinutes(1))
					.untilAsserted(
							() -> assertThat(get(tool, "/actuator/health/readiness").statusCode()).isEqualTo(503));
				assertThatItGoesOn(tool);
				proxy.mend();
				await().atMost(Duration.ofMinutes(2))
					.untilAsserted(
							() -> assertThat(get(tool, "/actuator/health/readiness").statusCode()).isEqualTo(200));
			}
		}
	}

	private static void assertThatItGoesOn(ToolProcess tool) throws Exception {
		assertThat(get(tool, "/actuator/health/liveness").statusCode()).isEqualTo(200);
		assertThat(get(tool, "/.well-known/jwks.json").body()).contains("\"kid\"");
		HttpResponse<String> page = get(tool, "/links/0b2d5cf2-6d3b-4c62-a0a0-9f0ad38b7ee7");
		assertThat(page.statusCode()).isEqualTo(503);
		assertThat(page.headers().firstValue("Retry-After")).hasValue("10");
		assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
		assertThat(page.body()).contains("reach our records just now");
	}

	private static HttpResponse<String> get(ToolProcess tool, String path) throws Exception {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(tool.url().resolve(path))
				.header("Cookie", "__Host-mentorprep=bm9ib2R5LWhhcy1zdWNoLWEtc2Vzc2lvbg==")
				.timeout(HANGS)
				.build(), BodyHandlers.ofString());
	}

}
