package org.mentorprep.web;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may send a file. That the operator may, the tests of the content pages show. */
@IntegrationTest
class UploadFilterIntegrationTests extends LaunchFixture {

	@ParameterizedTest
	@ValueSource(strings = { "/lti/login", "/lti/launch", "/operator", "/operator/sign-in", "/deeplink/1",
			"/css/mentorprep.css", "/error" })
	void filesOfStrangersAreNotRead(String path) {
		assertThat(this.browser.post(path, "pack", new byte[100]).statusCode()).isEqualTo(415);
	}

	@ParameterizedTest
	@ValueSource(strings = { "multipart/form-data", "MULTIPART/form-data; boundary=x", "multipart/mixed; boundary=x" })
	void partsOfAnyKindAreNotRead(String type) {
		assertThat(this.browser.always("Content-Type", type).put("/lti/login").statusCode()).isEqualTo(415);
	}

	@Test
	void answerIsAPageWithAReferenceAndNoSession() {
		HttpResponse<String> answer = this.browser.post("/lti/login", "pack", new byte[100]);
		assertThat(answer.body()).containsPattern("[A-Z0-9]{4}-[A-Z0-9]{4}");
		assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
		assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
	}

	@Test
	void whoeverIsNotSignedInIsAskedToBeforeTheirFileIsRead() {
		assertIsSentToSignIn(this.browser.post("/operator/content/uploads", "pack", new byte[100]));
	}

	@Test
	void signInIsReachedHoweverLargeTheFileWas() {
		assertIsSentToSignIn(this.browser.post("/operator/content/uploads", "pack", new byte[9_000_000]));
	}

	@Test
	void mentorSendsNoFiles() {
		String link = this.browser.launch(this.platform);
		assertThat(this.browser.post(link, "pack", new byte[100]).statusCode()).isEqualTo(415);
		assertIsSentToSignIn(this.browser.post("/operator/content/uploads", "pack", new byte[100]));
	}

	private static void assertIsSentToSignIn(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/operator/sign-in?ended");
	}

}
