package org.mentorprep.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.LaunchFixture;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that are slow on purpose, more of them than there are threads. A tool that
 * hangs does so for longer than any of these requests waits.
 */
@IntegrationTest
class SlowClientsIntegrationTests extends LaunchFixture {

	private static final int MORE_THAN_THREADS = 500;

	private static final Duration A_BYTE_EACH = Duration.ofSeconds(3);

	private static final Duration HANGS = Duration.ofSeconds(10);

	private SlowClients slow;

	@BeforeEach
	void open() {
		this.slow = new SlowClients(this.toolUrl.base());
	}

	@AfterEach
	void close() throws Exception {
		this.slow.close();
	}

	@ParameterizedTest
	@DisplayName("F22: 500 slow bodies of one network keep neither probes nor launches waiting")
	@ValueSource(strings = { "/lti/launch", "/lti/login", "/operator/sign-in", "/nowhere", "/css/mentorprep.css" })
	void slowBodiesKeepNobodyWaiting(String path) {
		this.slow.post(path, MORE_THAN_THREADS, A_BYTE_EACH);
		assertThatTheToolAnswers();
	}

	@Test
	@DisplayName("F22: 500 slow headers keep nobody waiting")
	void slowHeadersKeepNobodyWaiting() {
		this.slow.startHeaders(MORE_THAN_THREADS, A_BYTE_EACH);
		assertThatTheToolAnswers();
	}

	@Test
	@DisplayName("F22: 250 clients that read nothing keep no probe waiting")
	void clientsThatReadNothingKeepNoProbeWaiting() {
		this.slow.askWithoutReading("/webjars/bootstrap/css/bootstrap.min.css", 250, 20);
		assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
	}

	@Test
	@DisplayName("F22: a launch is at most 128 KB")
	void launchHasALargestSize() {
		assertThat(post("/lti/launch", "state=" + "x".repeat(127 * 1024)).statusCode()).isEqualTo(401);
		assertThat(post("/lti/launch", "state=" + "x".repeat(128 * 1024)).statusCode()).isEqualTo(413);
	}

	private void assertThatTheToolAnswers() {
		assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
		assertThat(get("/actuator/health/liveness").body()).contains("UP");
		assertThat(post("/lti/login", "iss=https://nobody.example").statusCode()).isEqualTo(400);
		assertThat(this.browser.launch(this.platform)).startsWith("/links/");
	}

	private HttpResponse<String> get(String path) {
		return send(request(path).GET());
	}

	private HttpResponse<String> post(String path, String form) {
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form)));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.toolUrl.base() + path)).timeout(HANGS);
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
