package org.mentorprep.launch;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.IdToken;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.TestBrowser;
import org.mentorprep.testing.TestBrowser.Login;
import org.mentorprep.testing.TestPlatform;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several tabs, courses, roles and people in one browser, at once where it matters:
 * nothing mixes and nothing is lost.
 */
@IntegrationTest
@Tag("sql")
class TabsIntegrationTests extends LaunchFixture {

	private static final String SESSION = "__Host-mentorprep";

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	@Test
	@DisplayName("case 33, 114: launches at once in one session keep every link and every role")
	void launchesAtOnceKeepEveryLinkAndRole() throws Exception {
		this.browser.launch(this.platform);
		List<HttpResponse<String>> answers = atOnce(12,
				(number) -> launch("user-1", "link-" + number, (number % 2 == 0) ? "Learner" : "Instructor"));
		passTime();
		for (int number = 0; number < answers.size(); number++) {
			assertThat(isStaffIn(location(answers.get(number)))).as("link %s", number).isEqualTo(number % 2 != 0);
		}
	}

	@Test
	@DisplayName("case 33: a double launch of one link into one session opens it")
	void launchesOfOneLinkAtOnceOpenIt() throws Exception {
		this.browser.launch(this.platform);
		List<HttpResponse<String>> answers = atOnce(8, (number) -> launch("user-1", "link-new", "Learner"));
		assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(303);
		passTime();
		assertThat(isOpen(location(answers.get(0)))).isTrue();
	}

	@Test
	@DisplayName("case 33: tabs that open at once without a session all open")
	void firstLaunchesAtOnceAllOpen() throws Exception {
		List<HttpResponse<String>> answers = atOnce(4, (number) -> launch("user-1", "link-" + number, "Learner"));
		this.browser.cookies().put(SESSION, session(answers.get(2)));
		assertThat(answers).allSatisfy((answer) -> assertThat(isOpen(location(answer))).isTrue());
	}

	@Test
	void whatAnotherSessionLaunchedLongAgoStaysClosed() {
		String link = this.browser.launch(this.platform);
		passTime();
		this.browser.cookies().clear();
		this.browser.launch(this.platform, "user-1", "link-2", "Learner");
		assertThat(isOpen(link)).isFalse();
	}

	@Test
	void whatAnotherSessionLaunchedAMomentAgoStaysOpen() {
		String link = this.browser.launch(this.platform);
		this.browser.cookies().clear();
		this.browser.launch(this.platform, "user-1", "link-2", "Learner");
		isOpen(link);
		passTime();
		assertThat(isOpen(link)).isTrue();
	}

	@Test
	@DisplayName("case 113: of two people at once in one browser the one whose session stays sees no link of the other")
	void peopleAtOnceShareNothing() throws Exception {
		String before = location(this.browser.launch(this.platform, "user-1", "link-before", "Instructor"));
		String old = this.browser.cookies().get(SESSION);
		List<HttpResponse<String>> answers = atOnce(8,
				(number) -> launch("user-" + (1 + number % 2), "link-" + number, "Instructor"));
		assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(303);
		this.browser.cookies().put(SESSION, session(answers.get(1)));
		assertThat(List.of(isOpen(location(answers.get(0))), isOpen(before), isOpen(location(answers.get(1)))))
			.containsExactly(false, false, true);
		this.browser.cookies().put(SESSION, old);
		assertThat(isOpen(before)).isFalse();
	}

	@Test
	@DisplayName("case 114: who teaches one course and learns in another is each in its own")
	void roleBelongsToTheLink() {
		String teaching = location(this.browser.launch(this.platform, "user-1", "link-1", "Instructor"));
		Login login = this.browser.login(this.platform);
		String learning = location(
				this.browser.launch(login, login.token().of("user-1", "link-2", "Learner").in("course-2")));
		assertThat(List.of(isStaffIn(teaching), isStaffIn(learning))).containsExactly(true, false);
	}

	@Test
	@DisplayName("case 114: who was staff and comes back as a learner is staff no more")
	void laterRoleTakesTheEarlierAway() {
		String link = location(this.browser.launch(this.platform, "user-1", "link-1", "Instructor"));
		this.browser.launch(this.platform, "user-1", "link-1", "Learner");
		assertThat(isStaffIn(link)).isFalse();
	}

	@Test
	@DisplayName("case 114: who comes back to the course as a learner is staff in no link of it")
	void laterRoleTakesTheEarlierAwayInTheWholeCourse() {
		String link = location(this.browser.launch(this.platform, "user-1", "link-1", "Instructor"));
		this.browser.launch(this.platform, "user-1", "link-2", "Learner");
		passTime();
		assertThat(isOpen(link)).isFalse();
	}

	@Test
	void formOfOneTabOutlivesTheLaunchOfAnother() {
		String link = this.browser.launch(this.platform);
		String token = csrfToken(link + "/modules/judgementoring");
		this.browser.launch(this.platform, "user-1", "link-2", "Learner");
		assertThat(this.browser.post(link + "/no-such-form", Map.of("_csrf", token)).statusCode()).isEqualTo(404);
	}

	@Test
	void firstPagesAtOnceShareOneCsrfToken() throws Exception {
		String link = this.browser.launch(this.platform);
		List<HttpResponse<String>> pages = atOnce(4, (number) -> {
			TestBrowser tab = this.browser.tab();
			return () -> tab.get(link + "/modules/judgementoring");
		});
		assertThat(pages).allSatisfy((page) -> assertThat(
				this.browser.post(link + "/no-such-form", Map.of("_csrf", csrfToken(page))).statusCode())
			.isEqualTo(404));
	}

	@Test
	void sessionsOfAPlatformThatIsSwitchedOffStopAtOnce() {
		String link = this.browser.launch(this.platform);
		enable(false);
		assertThat(this.browser.get(link).statusCode()).isEqualTo(401);
	}

	@Test
	void sessionsGoOnWhenThePlatformIsSwitchedOnAgain() {
		String link = this.browser.launch(this.platform);
		enable(false);
		this.browser.get(link);
		enable(true);
		assertThat(isOpen(link)).isTrue();
	}

	@Test
	void sessionsOfOtherPlatformsDoNotMind() {
		try (TestPlatform other = TestPlatform.register(this.jdbc)) {
			String link = this.browser.launch(other);
			enable(false);
			assertThat(isOpen(link)).isTrue();
		}
	}

	/** A launch in a tab of its own, announced and ready to be finished. */
	private Callable<HttpResponse<String>> launch(String sub, String resourceLink, String role) {
		TestBrowser tab = this.browser.tab();
		Login login = tab.login(this.platform);
		IdToken token = login.token().of(sub, resourceLink, role).in("course of each " + role);
		return () -> tab.launch(login, token);
	}

	/** Prepares them one after the other and lets them go together. */
	private static List<HttpResponse<String>> atOnce(int number, Function<Integer, Callable<HttpResponse<String>>> work)
			throws Exception {
		CyclicBarrier start = new CyclicBarrier(number);
		List<Callable<HttpResponse<String>>> all = IntStream.range(0, number)
			.mapToObj(work::apply)
			.map((one) -> (Callable<HttpResponse<String>>) () -> {
				start.await();
				return one.call();
			})
			.toList();
		ExecutorService tabs = Executors.newFixedThreadPool(number);
		List<HttpResponse<String>> answers = new ArrayList<>();
		for (Future<HttpResponse<String>> answer : tabs.invokeAll(all)) {
			answers.add(answer.get());
		}
		tabs.shutdown();
		return answers;
	}

	/** From here on only sessions say what is open. */
	private void passTime() {
		this.jdbc.sql("UPDATE enrolment SET launched_at = TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00:00'")
			.update();
	}

	private void enable(boolean enabled) {
		this.jdbc.sql("UPDATE platform SET enabled = :enabled WHERE id = :id")
			.param("enabled", enabled)
			.param("id", UUID.fromString(this.platform.id().toString()))
			.update();
	}

	private String csrfToken(String page) {
		return csrfToken(this.browser.get(page));
	}

	private static String csrfToken(HttpResponse<String> page) {
		Matcher token = TOKEN.matcher(page.body());
		assertThat(token.find()).as("a form on the page").isTrue();
		return token.group(1);
	}

	private static String session(HttpResponse<String> launched) {
		return launched.headers()
			.allValues("Set-Cookie")
			.stream()
			.filter((cookie) -> cookie.startsWith(SESSION + "="))
			.map((cookie) -> cookie.substring(SESSION.length() + 1, cookie.indexOf(';')))
			.findFirst()
			.orElseThrow();
	}

	private static String location(HttpResponse<String> launched) {
		return launched.headers().firstValue("Location").orElseThrow();
	}

	/** Past the door there is no such page; before it, a refusal. */
	private boolean isOpen(String link) {
		return this.browser.get(link + "/no-such-page").statusCode() == 404;
	}

	private boolean isStaffIn(String link) {
		return this.browser.get(link + "/help").body().contains("You can try everything as a mentor sees it");
	}

}
