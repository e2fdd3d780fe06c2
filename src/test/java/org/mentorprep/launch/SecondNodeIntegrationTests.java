package org.mentorprep.launch;

import jakarta.servlet.http.Cookie;
import java.time.Clock;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import org.mentorprep.platform.PlatformKeys;
import org.mentorprep.platform.Platforms;
import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.IdToken;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.TestBrowser.Login;

import static org.assertj.core.api.Assertions.assertThat;

/** A node that shares only the database with the one that began the login. */
@IntegrationTest
class SecondNodeIntegrationTests extends LaunchFixture {

	@Autowired
	private Platforms platforms;

	@Autowired
	private PlatformKeys keys;

	@Autowired
	private LaunchRecorder recorder;

	@Autowired
	private Links links;

	@Autowired
	private Clock clock;

	@Test
	@DisplayName("case 35: what one node began another finishes")
	void secondNodeFinishesWhatTheFirstBegan() throws Exception {
		Login login = this.browser.login(this.platform);
		MockHttpServletResponse response = launchAtSecondNode(login);
		assertThat(response.getRedirectedUrl()).matches("/links/[0-9a-f-]{36}");
	}

	@Test
	@DisplayName("case 27, 35: what one node finished no other finishes again")
	void stateIsSpentOnOneNodeOfTwo() throws Exception {
		Login login = this.browser.login(this.platform);
		launchAtSecondNode(login);
		IdToken another = login.token().of("user-1", "link-2", "Instructor");
		assertThat(this.browser.launch(login, another).statusCode()).isEqualTo(401);
	}

	@Test
	@DisplayName("F16: the same launch at two nodes leads to the same page")
	void sameLaunchAtTwoNodesLeadsToTheSamePage() throws Exception {
		Login login = this.browser.login(this.platform);
		IdToken token = login.token();
		String first = launchAtSecondNode(login, token).getRedirectedUrl();
		assertThat(this.browser.launch(login, token).headers().firstValue("Location")).contains(first);
	}

	private MockHttpServletResponse launchAtSecondNode(Login login) throws Exception {
		return launchAtSecondNode(login, login.token());
	}

	private MockHttpServletResponse launchAtSecondNode(Login login, IdToken token) throws Exception {
		PendingLaunches pending = new PendingLaunches(this.jdbc, this.clock);
		LaunchFilter secondNode = new LaunchFilter(pending, this.platforms,
				new LaunchAuthenticator(this.keys, pending, this.platforms, this.recorder, this.links, this.clock),
				new LaunchSessions(this.links, this.clock), this.clock);
		MockHttpServletRequest request = new MockHttpServletRequest("POST", LaunchFilter.LAUNCH);
		request.setParameter("state", login.state());
		request.setParameter("id_token", token.serialize());
		request.setCookies(this.browser.cookies()
			.entrySet()
			.stream()
			.map((cookie) -> new Cookie(cookie.getKey(), cookie.getValue()))
			.toArray(Cookie[]::new));
		MockHttpServletResponse response = new MockHttpServletResponse();
		secondNode.filter((launched, asked, answered) -> {
		}).doFilter(request, response, new MockFilterChain());
		return response;
	}

}
