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
import org.mentorprep.testing.Placing;
import org.mentorprep.testing.TestBrowser;
import org.mentorprep.testing.TestPlatform;
import org.mentorprep.testing.TestBrowser.Login;

import static org.assertj.core.api.Assertions.assertThat;

/** Reload, Back and double click: the same launch comes once more. */
@IntegrationTest
class ReloadIntegrationTests extends LaunchFixture {

	private static final String SESSION = "__Host-mentorprep";

	private Login login;

	private IdToken token;

	@BeforeEach
	void begin() {
		this.login = this.browser.login(this.platform);
		this.token = this.login.token();
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
	@DisplayName("case 36, F16: the error of an LMS is told again, and is no way in")
	void reloadedErrorIsNoWayIn() {
		Map<String, String> error = Map.of("error", "access_denied", "state", this.login.state());
		this.browser.post("/lti/launch", error);
		HttpResponse<String> again = this.browser.post("/lti/launch", error);
		assertThat(again.statusCode()).isEqualTo(401);
		assertThat(again.body()).contains("Your learning platform says: access_denied");
		assertAlreadyUsed(launch());
	}

	@Test
	@DisplayName("F16: eight clicks at once all lead where the first one led")
	void clicksAtOnceLeadWhereTheFirstOneLed() throws Exception {
		Map<String, String> cookies = Map.copyOf(this.browser.cookies());
		ExecutorService clicks = Executors.newFixedThreadPool(8);
		List<Future<String>> pages = clicks.invokeAll(IntStream.range(0, 8).<Callable<String>>mapToObj((number) -> {
			TestBrowser same = anotherBrowser();
			same.cookies().putAll(cookies);
			return () -> opened(same, same.launch(this.login, this.token));
		}).toList());
		clicks.shutdown();
		assertThat(pages).extracting(Future::get).hasSize(8).containsOnly(opened(this.browser, launch()));
	}

	@Test
	@DisplayName("F16: course staff who click twice come to one picker")
	void clicksOfStaffLeadToOnePicker() {
		Placing placing = new Placing(this.browser, this.platform);
		Placing twice = new Placing(this.browser.tab(), placing);
		assertThat(twice.open()).isEqualTo(placing.open());
	}

	@Test
	@DisplayName("F16: the picker is open to the session of the second click, too")
	void pickerIsOpenToTheSessionOfTheSecondClick() {
		Placing placing = new Placing(this.browser, this.platform);
		TestBrowser second = this.browser.tab();
		placing.open();
		String picker = new Placing(second, placing).open();
		assertThat(second.get(picker).statusCode()).isEqualTo(200);
	}

	@Test
	@DisplayName("F16: of a launch that is refused the second click is told the same")
	void secondClickIsToldWhyTheFirstWasRefused() {
		Placing placing = new Placing(this.browser, this.platform);
		placing.token.claims.put(TestPlatform.LTI + "roles", List.of(TestPlatform.MEMBERSHIP + "Learner"));
		HttpResponse<String> first = placing.launch();
		HttpResponse<String> second = placing.launch();
		assertThat(List.of(first.statusCode(), second.statusCode())).containsOnly(403);
		assertThat(second.body()).contains("Only course staff can place activities");
	}

	@Test
	@DisplayName("F16: an answer that got lost can be asked for again, in the same browser only")
	void lostAnswerCanBeAskedForAgain() {
		TestBrowser lost = this.browser.tab();
		String first = lost.launch(this.login, this.token).headers().firstValue("Location").orElseThrow();
		assertAlreadyUsed(anotherBrowser().launch(this.login, this.token));
		assertThat(launch().headers().firstValue("Location")).contains(first);
		assertThat(this.browser.get(first).statusCode()).isEqualTo(302);
	}

	@Test
	@DisplayName("case 27, F16: another token for the same login is refused, though the browser is the same")
	void anotherTokenForTheSameLoginIsRefused() {
		this.browser.tab().launch(this.login, this.login.token());
		assertAlreadyUsed(this.browser.launch(this.login, this.login.token().of("user-1", "link-2", "Instructor")));
		assertThat(this.browser.cookies()).doesNotContainKey(SESSION);
	}

	/** The page that a click led to, which must be open to its session. */
	private static String opened(TestBrowser browser, HttpResponse<String> answer) {
		String page = answer.headers().firstValue("Location").orElseThrow();
		assertThat(browser.get(page).statusCode()).isEqualTo(302);
		return page;
	}

	private HttpResponse<String> launch() {
		return this.browser.launch(this.login, this.token);
	}

	private static void assertAlreadyUsed(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.body()).contains("This way in has already been used",
				"Go back to your course and open the activity again");
	}

}
