package org.mentorprep.launch;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.IdToken;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.TestBrowser;
import org.mentorprep.testing.TestBrowser.Login;

import static org.assertj.core.api.Assertions.assertThat;

/** Reload, Back and double click: the same launch comes once more. */
@IntegrationTest
class ReloadIntegrationTests extends LaunchFixture {

	private static final String SESSION = "__Host-mentorprep";

	private Login login;

	@BeforeEach
	void begin() {
		this.login = this.browser.login(this.platform);
	}

	@Test
	@DisplayName("case 180: a reloaded launch leads the same person on")
	void reloadLeadsTheSamePersonOn() {
		HttpResponse<String> before = launch();
		HttpResponse<String> again = launch();
		assertThat(again.statusCode()).isEqualTo(303);
		assertThat(again.headers().firstValue("Location")).isEqualTo(before.headers().firstValue("Location"));
	}

	@Test
	@DisplayName("case 180: also when the five minutes are over")
	void reloadLeadsOnWhenTheTimeIsOver() {
		launch();
		this.jdbc.sql("UPDATE pending_launch SET expires_at = CURRENT_TIMESTAMP WHERE state = :state")
			.param("state", this.login.state())
			.update();
		assertThat(launch().statusCode()).isEqualTo(303);
	}

	@Test
	@DisplayName("case 180: a reload opens nothing that the session had not open")
	void reloadKeepsTheSessionAsItIs() {
		launch();
		String session = this.browser.cookies().get(SESSION);
		launch();
		assertThat(this.browser.cookies()).containsEntry(SESSION, session);
	}

	@Test
	@DisplayName("case 27: without a session the used launch is told apart from an unknown one")
	void tellsThatTheLaunchWasUsed() {
		launch();
		this.browser.cookies().remove(SESSION);
		assertAlreadyUsed(launch());
	}

	@Test
	@DisplayName("case 27: somebody else's session is not led on")
	void somebodyElseIsNotLedOn() {
		launch();
		Login other = this.browser.login(this.platform);
		IdToken token = other.token();
		token.claims.put("sub", "user-2");
		this.browser.launch(other, token);
		assertAlreadyUsed(launch());
	}

	@Test
	@DisplayName("case 36: the error of an LMS can't be reloaded into a session")
	void reloadedErrorIsNoWayIn() {
		Map<String, String> error = Map.of("error", "access_denied", "state", this.login.state());
		this.browser.post("/lti/launch", error);
		assertAlreadyUsed(this.browser.post("/lti/launch", error));
	}

	@Test
	@DisplayName("case 27: of eight clicks at once one gets in, and nothing breaks")
	void oneOfManyClicksGetsIn() throws Exception {
		Map<String, String> cookies = Map.copyOf(this.browser.cookies());
		ExecutorService clicks = Executors.newFixedThreadPool(8);
		List<Future<Integer>> answers = clicks.invokeAll(IntStream.range(0, 8).<Callable<Integer>>mapToObj((number) -> {
			TestBrowser same = anotherBrowser();
			same.cookies().putAll(cookies);
			return () -> same.launch(this.login, this.login.token()).statusCode();
		}).toList());
		clicks.shutdown();
		assertThat(answers).extracting(Future::get).containsExactlyInAnyOrder(303, 401, 401, 401, 401, 401, 401, 401);
	}

	private HttpResponse<String> launch() {
		return this.browser.launch(this.login, this.login.token());
	}

	private static void assertAlreadyUsed(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.body()).contains("This way in has already been used",
				"Go back to your course and open the activity again");
	}

}
