package org.mentorprep.launch;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

import org.mentorprep.platform.Platforms;
import org.mentorprep.platform.RoleMapping;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.Placing;
import org.mentorprep.testing.TestBrowser;
import org.mentorprep.testing.TestBrowser.Login;
import org.mentorprep.testing.TestPlatform;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is staff, by what the LMS said last and in which browser, and who may place. */
@IntegrationTest
@Tag("sql")
class StaffStillIntegrationTests extends LaunchFixture {

	private static final String VOCABULARY = "http://purl.imsglobal.org/vocab/lis/v2/";

	@Autowired
	private Platforms platforms;

	@Autowired
	private TransactionOperations transaction;

	@Test
	@DisplayName("F12: a launch as learner by another link ends staff, and no stored row brings it back")
	void staffDoNotComeBackFromTheStoredRow() {
		String link = location(launch(this.browser, "link-1", "Instructor"));
		launch(this.browser, "link-2", "Learner");
		assertThat(status(this.browser, link, "/grades")).isEqualTo(403);
		assertThat(status(this.browser, link, "/grades")).isEqualTo(403);
		assertThat(this.browser.get(link + "/preview").statusCode()).isNotEqualTo(200);
	}

	@ParameterizedTest
	@DisplayName("F12: what the LMS says in another browser ends staff here")
	@ValueSource(strings = { "Learner", "Mentor" })
	void demotionInAnotherBrowserEndsStaffHere(String role) {
		String link = location(launch(this.browser, "link-1", "Instructor"));
		assertThat(status(this.browser, link, "/grades")).isEqualTo(200);
		launch(anotherBrowser(), "link-2", role);
		assertThat(status(this.browser, link, "/grades")).isEqualTo(403);
		assertThat(this.browser.get(link + "/preview").statusCode()).isNotEqualTo(200);
	}

	@Test
	@DisplayName("F12: a second browser is staff of no link that it did not launch")
	void secondBrowserIsNoStaffOfWhatItNeverLaunched() {
		String link = location(launch(this.browser, "link-1", "Instructor"));
		TestBrowser second = anotherBrowser();
		launch(second, "link-2", "Instructor");
		assertThat(status(second, link, "/grades")).isEqualTo(403);
		assertThat(status(this.browser, link, "/grades")).isEqualTo(200);
	}

	@Test
	@DisplayName("F12: staff who come back as staff are staff again")
	void laterLaunchAsStaffIsStaffAgain() {
		String link = location(launch(this.browser, "link-1", "Instructor"));
		launch(this.browser, "link-2", "Learner");
		launch(this.browser, "link-1", "Instructor");
		assertThat(status(this.browser, link, "/grades")).isEqualTo(200);
	}

	@Test
	@DisplayName("F12: a link that was launched as learner is no learner's after a launch as staff")
	void learnerIsNoLearnerAfterALaunchAsStaff() {
		String link = location(launch(this.browser, "link-1", "Learner"));
		launch(this.browser, "link-2", "Instructor");
		assertThat(this.browser.get(link).statusCode()).isEqualTo(403);
	}

	@Test
	@DisplayName("F12: a deep linking request is closed by a launch as learner, in whichever browser")
	void requestIsClosedByALaunchAsLearner() {
		String picker = new Placing(this.browser, this.platform).open();
		assertThat(this.browser.get(picker).statusCode()).isEqualTo(200);
		launch(anotherBrowser(), "link-1", "Learner", "staff-1");
		assertThat(this.browser.get(picker).statusCode()).isEqualTo(403);
		assertThat(this.browser.get(picker + "/preview").statusCode()).isEqualTo(403);
	}

	@Test
	@DisplayName("F12: a deep linking request is open to the session that it came with alone")
	void requestIsOpenToItsOwnSessionAlone() {
		String picker = new Placing(this.browser, this.platform).open();
		TestBrowser second = anotherBrowser();
		launch(second, "link-1", "Instructor", "staff-1");
		assertThat(second.get(picker).statusCode()).isEqualTo(403);
		assertThat(this.browser.get(picker).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@DisplayName("F11: these roles may place, and see the picker")
	@ValueSource(strings = { "membership#ContentDeveloper", "membership#Administrator",
			"institution/person#Administrator", "system/person#Administrator" })
	void mayPlace(String role) {
		Placing placing = placing(role);
		String picker = placing.open();
		assertThat(this.browser.get(picker).statusCode()).isEqualTo(200);
		assertThat(this.browser.get(picker + "/preview").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@DisplayName("F11: these roles may not place")
	@ValueSource(strings = { "institution/person#Instructor", "institution/person#Student", "system/person#User" })
	void mayNotPlace(String role) {
		assertThat(placing(role).launch().statusCode()).isEqualTo(403);
	}

	@ParameterizedTest
	@DisplayName("F11: who may place sees nothing of people")
	@ValueSource(strings = { "membership#ContentDeveloper", "institution/person#Administrator" })
	void whoPlacesSeesNothingOfPeople(String role) {
		launch(anotherBrowser(), "link-1", "Learner", "user-2");
		String link = location(launchAs(role));
		assertThat(status(this.browser, link, "/grades")).isEqualTo(403);
	}

	@ParameterizedTest
	@DisplayName("F11: a registration says otherwise, and it holds from the next launch on")
	@CsvSource({ "institution/person#Instructor, institution#Instructor: staff, 200",
			"membership/Instructor#TeachingAssistant, context/Instructor#TeachingAssistant: staff, 200",
			"membership#Instructor, context#Instructor: observer, 403" })
	void registrationSaysOtherwise(String role, String change, int grades) {
		this.transaction
			.executeWithoutResult((status) -> this.platforms.change(this.platform.id(), RoleMapping.of(change)));
		assertThat(status(this.browser, location(launchAs(role)), "/grades")).isEqualTo(grades);
	}

	@Test
	@DisplayName("F19: two mentors whose names are withheld or can't be seen are told apart")
	void namelessMentorsAreToldApart() {
		launchNamed("user-2", null);
		launchNamed("user-3", "\u200B\u3164\u202E ");
		launchNamed("user-4", "Robin \u202EOkafor");
		String link = location(launch(this.browser, "link-1", "Instructor"));
		List<String> titles = this.jdbc
			.sql("SELECT CAST(id AS VARCHAR(36)) FROM learner WHERE platform = :platform"
					+ " AND sub IN ('user-2', 'user-3', 'user-4') ORDER BY sub")
			.param("platform", this.platform.id().value())
			.query(String.class)
			.list()
			.stream()
			.map((learner) -> this.browser.get(link.replace("/links/", "/course/") + "/mentors/" + learner).body())
			.map((page) -> page.replaceAll("(?s).*<h1>([^<]*)</h1>.*", "$1"))
			.toList();
		assertThat(titles.subList(0, 2)).allMatch((title) -> title.matches("How far Mentor [0-9A-HJKMNP-TV-Z]{4} is"))
			.doesNotHaveDuplicates();
		assertThat(titles.get(2)).isEqualTo("How far Robin Okafor is");
	}

	private Placing placing(String role) {
		Placing placing = new Placing(this.browser, this.platform);
		placing.token.claims.put(TestPlatform.LTI + "roles", List.of(VOCABULARY + role));
		return placing;
	}

	private HttpResponse<String> launchAs(String role) {
		Login login = this.browser.login(this.platform);
		var token = login.token().of("user-1", "link-1", "");
		token.claims.put(TestPlatform.LTI + "roles", List.of(VOCABULARY + role));
		return this.browser.launch(login, token);
	}

	private void launchNamed(String sub, String name) {
		TestBrowser mentor = anotherBrowser();
		Login login = mentor.login(this.platform);
		var token = login.token().of(sub, "link-1", "Learner");
		token.claims.keySet().removeAll(List.of("name", "given_name", "family_name"));
		if (name != null) {
			token.claims.put("name", name);
		}
		mentor.launch(login, token);
	}

	private HttpResponse<String> launch(TestBrowser visitor, String resourceLink, String role) {
		return launch(visitor, resourceLink, role, "user-1");
	}

	private HttpResponse<String> launch(TestBrowser visitor, String resourceLink, String role, String sub) {
		return visitor.launch(this.platform, sub, resourceLink, role);
	}

	private static int status(TestBrowser visitor, String link, String page) {
		return visitor.get(link.replace("/links/", "/course/") + page).statusCode();
	}

	private static String location(HttpResponse<String> launched) {
		return launched.headers().firstValue("Location").orElseThrow();
	}

}
