package org.mentorprep.launch;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.provider.Arguments;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.mentorprep.platform.ToolUrl;
import org.mentorprep.testing.IdToken;
import org.mentorprep.testing.TestBrowser;
import org.mentorprep.testing.TestPlatform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** One good token, and what becomes of the launch when one thing in it changes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SpoiledToken {

	static final String LTI = TestPlatform.LTI;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ToolUrl toolUrl;

	private TestPlatform platform;

	@BeforeAll
	void register() {
		this.platform = TestPlatform.register(this.jdbc);
	}

	@AfterAll
	void close() {
		this.platform.close();
	}

	/** A refusal opens no session and tells nothing but a reference. */
	void assertAnswer(int status, Consumer<IdToken> spoil) {
		TestBrowser browser = new TestBrowser(this.toolUrl.base());
		TestBrowser.Login login = browser.login(this.platform);
		IdToken token = login.token();
		spoil.accept(token);
		HttpResponse<String> answer = browser.launch(login, token);
		assertThat(answer.statusCode()).isEqualTo(status);
		if (status == 303) {
			assertThat(answer.headers().firstValue("Location").orElseThrow()).matches("/links/[0-9a-f-]{36}");
		}
		else {
			assertThat(browser.cookies()).doesNotContainKey("__Host-mentorprep");
			assertThat(answer.body()).containsPattern("[2-9A-Z]{4}-[2-9A-Z]{4}")
				.doesNotContain(login.state(), login.nonce(), token.serialize());
		}
	}

	static Arguments accepted(String title, Consumer<IdToken> change) {
		return arguments(title, 303, change);
	}

	static Arguments refused(int status, String title, Consumer<IdToken> spoil) {
		return arguments(title, status, spoil);
	}

	static Consumer<IdToken> unchanged() {
		return (token) -> assertThat(token.claims).isNotEmpty();
	}

	static Consumer<IdToken> claim(String name, Object value) {
		return (token) -> token.claims.put(name, value);
	}

	static Consumer<IdToken> without(String... names) {
		return (token) -> token.claims.keySet().removeAll(Set.of(names));
	}

	static long now(int seconds) {
		return Instant.now().getEpochSecond() + seconds;
	}

}
