package org.mentorprep.web;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.mentorprep.testing.BootedTool;
import org.mentorprep.testing.FormBrowser;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.Operator;
import org.mentorprep.testing.TestDatabase;
import org.mentorprep.testing.ToolProcess;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may read the metrics. */
@IntegrationTest
class MetricsAccessIntegrationTests extends LaunchFixture {

	private static final String METRICS = "/actuator/prometheus";

	@Test
	@DisplayName("F30: whoever bears the token reads the metrics, and gets no session")
	void tokenOpens() {
		this.browser.always("Authorization", "Bearer " + Operator.METRICS_TOKEN);
		var answer = this.browser.get(METRICS);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("jvm_memory_used_bytes");
		assertThat(this.browser.cookies()).isEmpty();
		assertThat(this.browser.post(METRICS, Map.of()).statusCode()).isEqualTo(403);
		assertThat(this.browser.get("/actuator/env").statusCode()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer", "Bearer ", "Bearer null", "Bearer a token", "Basic " + Operator.METRICS_TOKEN,
			Operator.METRICS_TOKEN })
	@DisplayName("F30: nobody else reads the metrics")
	void nothingElseOpens(String sent) {
		assertThat(this.browser.always("Authorization", sent).get(METRICS).statusCode()).isEqualTo(403);
	}

	@Test
	@Tag("full")
	@DisplayName("F30: the management port opens the metrics, and nothing but what it is for")
	void managementPortOpens(@TempDir Path folder) {
		int port = BootedTool.freePort();
		int management = BootedTool.freePort();
		Map<String, String> properties = new HashMap<>(TestDatabase.freshForAProcess());
		properties.put("management.server.port", String.valueOf(management));
		properties.put("management.endpoint.health.probes.add-additional-paths", "true");
		try (ToolProcess tool = new ToolProcess(port, properties, folder.resolve("log"))) {
			tool.launch();
			tool.awaitReady("/readyz");
			assertThat(status(management, METRICS)).isEqualTo(200);
			assertThat(status(management, "/actuator/health/liveness")).isEqualTo(200);
			assertThat(status(management, "/operator")).isGreaterThanOrEqualTo(400);
			assertThat(status(port, METRICS)).isEqualTo(403);
			assertThat(status(port, "/livez")).isEqualTo(200);
		}
	}

	private static int status(int port, String path) {
		return new FormBrowser().open(URI.create("http://localhost:" + port + path)).status();
	}

}
