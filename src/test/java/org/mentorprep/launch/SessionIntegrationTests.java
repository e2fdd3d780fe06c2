package org.mentorprep.launch;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.util.SerializationUtils;

import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.IdToken;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.SqlCount;
import org.mentorprep.testing.TestBrowser.Login;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The session that a launch opens, on a real Tomcat; the numbers are those of the
 * project's list of conformance cases.
 */
@IntegrationTest
class SessionIntegrationTests extends LaunchFixture {

	private static final String SESSION = "__Host-mentorprep";

	private static final Pattern OWN = Pattern
		.compile("(FROM|INTO|UPDATE) (pending_launch|platform|person|learner|context|resource_link|enrolment)\\s");

	@Test
	@DisplayName("case 177: the session cookie survives as a third party")
	void sessionCookieIsPartitioned() {
		Login login = this.browser.login(this.platform);
		assertThat(this.browser.launch(login, login.token()).headers().allValues("Set-Cookie"))
			.filteredOn((cookie) -> cookie.startsWith(SESSION + "="))
			.singleElement()
			.asString()
			.contains("Path=/", "Secure", "HttpOnly", "SameSite=None", "Partitioned")
			.doesNotContain("Domain");
	}

	@Test
	@DisplayName("case 112: a session that somebody had begun before gets no new rights")
	void launchLeavesAnEarlierSessionBehind() {
		String planted = plantSession();
		String link = this.browser.launch(this.platform);
		assertThat(this.browser.cookies().get(SESSION)).isNotEqualTo(planted);
		this.browser.cookies().put(SESSION, planted);
		assertThat(isOpen(link)).isFalse();
	}

	@Test
	@DisplayName("case 112: the same learner's session goes on under its id, for other tabs")
	void sessionOfTheSameLearnerGoesOn() {
		this.browser.launch(this.platform);
		String before = this.browser.cookies().get(SESSION);
		this.browser.launch(this.platform);
		assertThat(this.browser.cookies()).containsEntry(SESSION, before);
	}

	@Test
	@DisplayName("case 113: somebody else's launch ends the session")
	void launchOfAnotherUserEndsTheSession() {
		String link = this.browser.launch(this.platform);
		String before = this.browser.cookies().get(SESSION);
		launchAs("user-2", "link-1", "Learner");
		this.browser.cookies().put(SESSION, before);
		assertThat(isOpen(link)).isFalse();
	}

	@Test
	@DisplayName("case 113: somebody else inherits no link")
	void launchOfAnotherUserInheritsNoLink() {
		String link = this.browser.launch(this.platform);
		String other = launchAs("user-2", "link-2", "Learner");
		assertThat(List.of(isOpen(link), isOpen(other))).containsExactly(false, true);
	}

	@Test
	@DisplayName("case 33: the same user keeps the links of other tabs")
	void sameUserKeepsOtherLinks() {
		String one = this.browser.launch(this.platform);
		String two = launchAs("user-1", "link-2", "Learner");
		assertThat(List.of(isOpen(one), isOpen(two))).containsOnly(true);
	}

	@Test
	@DisplayName("case 114: the role of the last launch replaces the one before")
	void lastRoleReplacesTheOneBefore() {
		this.browser.launch(this.platform);
		String link = launchAs("user-1", "link-1", "Instructor");
		assertThat(this.jdbc.sql("SELECT role FROM enrolment WHERE resource_link = :link")
			.param("link", UUID.fromString(link.substring("/links/".length())))
			.query(String.class)
			.list()).containsExactly(CourseRole.STAFF.name());
	}

	@Test
	void nameIsNeverErasedByAbsence() {
		this.browser.launch(this.platform);
		Login login = this.browser.login(this.platform);
		IdToken token = login.token();
		token.claims.remove("name");
		this.browser.launch(login, token);
		assertThat(names()).containsExactly("Robin Okafor");
	}

	@Test
	void nameFollowsTheLms() {
		this.browser.launch(this.platform);
		Login login = this.browser.login(this.platform);
		IdToken token = login.token();
		token.claims.put("name", "Robin Adeyemi");
		this.browser.launch(login, token);
		assertThat(names()).containsExactly("Robin Adeyemi");
	}

	@Test
	void sessionIsKeptWithItsPlatform() {
		this.browser.launch(this.platform);
		assertThat(this.jdbc.sql("SELECT attributes FROM web_session WHERE platform = :platform")
			.param("platform", this.platform.id().value())
			.query(byte[].class)
			.list()).isNotEmpty();
	}

	@Test
	void firstLaunchesAtOnceGiveOneLinkAndOneCourse() throws Exception {
		ExecutorService users = Executors.newFixedThreadPool(8);
		List<Future<String>> launches = users.invokeAll(IntStream.range(0, 16)
			.<Callable<String>>mapToObj((number) -> () -> location(
					anotherBrowser().launch(this.platform, "user-" + number % 4, "link-1", "Learner")))
			.toList());
		users.shutdown();
		for (Future<String> launch : launches) {
			assertThat(launch.get()).isEqualTo(launches.get(0).get());
		}
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM learner WHERE platform = :platform")
			.param("platform", this.platform.id().value())
			.query(Integer.class)
			.single()).isEqualTo(4);
	}

	@Test
	void loginCostsThreeStatements() {
		this.browser.login(this.platform);
		List<String> statements = SqlCount.during(() -> this.browser.login(this.platform));
		assertThat(statements).as("platform, sweep, insert").hasSize(3);
	}

	/** Rooms that listen add theirs. */
	@Test
	void repeatedLaunchCostsNineStatementsBesideTheSession() {
		this.browser.launch(this.platform);
		this.browser.cookies().remove(SESSION);
		Login login = this.browser.login(this.platform);
		List<String> statements = SqlCount.during(() -> this.browser.launch(login, login.token()));
		assertThat(statements.stream().filter(OWN.asPredicate()))
			.as("login, platform, spend, learner, context, link, lock, enrolment, where it led")
			.hasSize(9);
	}

	@Test
	void sessionOfALaunchCostsOneStatement() {
		this.browser.launch(this.platform);
		this.browser.cookies().remove(SESSION);
		Login login = this.browser.login(this.platform);
		List<String> statements = SqlCount.during(() -> this.browser.launch(login, login.token()));
		assertThat(statements).filteredOn((sql) -> sql.toLowerCase(Locale.ROOT).contains("web_session")).hasSize(1);
	}

	private String launchAs(String sub, String resourceLink, String role) {
		return location(this.browser.launch(this.platform, sub, resourceLink, role));
	}

	private static String location(HttpResponse<String> launched) {
		return launched.headers().firstValue("Location").orElseThrow();
	}

	/** A session of nobody, whose id somebody else knows. */
	private String plantSession() {
		String id = UUID.randomUUID().toString();
		Instant now = Instant.now();
		this.jdbc.sql("""
				INSERT INTO web_session (primary_id, session_id, version, created_at, last_access_at, expires_at,
				attributes) VALUES (:key, :id, 1, :now, :now, :end, :nothing)""")
			.param("key", UUID.fromString(id))
			.param("id", id)
			.param("now", now)
			.param("end", now.plusSeconds(28_800))
			.param("nothing", SerializationUtils.serialize(new HashMap<>()))
			.update();
		String cookie = Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
		this.browser.cookies().put(SESSION, cookie);
		return cookie;
	}

	/** Past the door there is a page, or none yet; before it, a refusal. */
	private boolean isOpen(String link) {
		HttpResponse<String> answer = this.browser.get(link + "/no-such-page");
		return answer.statusCode() == 404;
	}

	private List<String> names() {
		return this.jdbc.sql("SELECT name FROM learner WHERE platform = :platform")
			.param("platform", this.platform.id().value())
			.query(String.class)
			.list();
	}

}
