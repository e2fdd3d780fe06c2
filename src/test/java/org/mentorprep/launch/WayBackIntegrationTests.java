package org.mentorprep.launch;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import org.mentorprep.testing.IdToken;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.TestBrowser.Login;
import org.mentorprep.testing.TestPlatform;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Back to the course: the address that the LMS named, on every page behind the launch.
 */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class WayBackIntegrationTests extends LaunchFixture {

	private static final String KEY = "S3sskey99";

	@Test
	@DisplayName("return_url: every page of a mentor leads back to the course, out of the frame")
	void everyPageOfAMentorLeadsBack() {
		String link = launch("Learner", back());
		for (String page : List.of("/modules/judgementoring", "/help", "/keys", "/no-such-page")) {
			assertThat(ways(link + page)).as(page).singleElement().satisfies((way) -> {
				assertThat(way.attr("href")).isEqualTo(back());
				assertThat(way.attr("target")).isEqualTo("_top");
				assertThat(way.text()).isEqualTo("Back to the course");
			});
		}
	}

	@Test
	@DisplayName("return_url: so does every page of course staff")
	void everyPageOfStaffLeadsBack() {
		String link = launch("Instructor", back());
		for (String page : List.of(link + "/help", link + "/preview",
				link.replace("/links/", "/course/") + "/grades")) {
			assertThat(ways(page)).as(page).hasSize(1);
		}
	}

	@ParameterizedTest(name = "case 109, return_url: {0} leads nowhere")
	@ValueSource(strings = { "javascript:alert(1)", "https://elsewhere.example/return", "http://127.0.0.1:1/return",
			"/return", "http://user@127.0.0.1/", "" })
	void otherAddressesLeadNowhere(String address) {
		assertThat(ways(launch("Learner", address) + "/help")).isEmpty();
	}

	@Test
	@DisplayName("return_url: each link has its own, that of its latest launch")
	void eachLinkHasItsOwn() {
		String one = launch("Learner", back());
		String other = launch("link-2", "Learner", back() + "&other");
		assertThat(ways(one + "/help").attr("href")).isEqualTo(back());
		assertThat(ways(other + "/help").attr("href")).isEqualTo(back() + "&other");
		launch("Learner", "");
		assertThat(ways(one + "/help")).isEmpty();
	}

	@Test
	@DisplayName("return_url: the session of a second tab takes over a link together with the way back to its course")
	void linkOfASecondTabHasTheWayBackToItsCourse() {
		String one = launch("Learner", back());
		this.browser.cookies().clear();
		launch("link-2", "Learner", back() + "&other");
		assertThat(ways(one + "/help").attr("href")).isEqualTo(back() + "&other");
	}

	@Test
	@DisplayName("X13, return_url: it is in no log")
	void itIsInNoLog(CapturedOutput output) {
		String link = launch("Learner", back());
		this.browser.get(link + "/no-such-page");
		assertThat(output.getAll()).doesNotContain(KEY);
	}

	@Test
	@DisplayName("return_url: whoever has no session is told of none")
	void nobodyElseIsToldOfIt() {
		HttpResponse<String> answer = anotherBrowser().get(launch("Learner", back()) + "/help");
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.body()).doesNotContain(KEY);
	}

	private String back() {
		return this.platform.origin() + "/mod/lti/return.php?course=2&launch_container=3&instanceid=1&sesskey=" + KEY;
	}

	private String launch(String role, String address) {
		return launch("link-1", role, address);
	}

	private String launch(String resourceLink, String role, String address) {
		Login login = this.browser.login(this.platform);
		IdToken token = login.token().of("user-1", resourceLink, role);
		token.claims.put(TestPlatform.LTI + "launch_presentation", Map.of("return_url", address));
		return this.browser.launch(login, token).headers().firstValue("Location").orElseThrow();
	}

	private Elements ways(String page) {
		Elements ways = Jsoup.parse(this.browser.get(page).body()).select("header nav a");
		ways.removeIf((Element way) -> !way.text().startsWith("Back"));
		return ways;
	}

}
