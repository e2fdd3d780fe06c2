package org.mentorprep.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

import org.mentorprep.fuzz.LimitedFuzz;
import org.mentorprep.platform.Platforms;
import org.mentorprep.registration.Invitations;
import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.FormBrowser;
import org.mentorprep.testing.FormBrowser.Page;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.Operator;
import org.mentorprep.testing.SqlCount;
import org.mentorprep.testing.TestBrowser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tool with tight limits. It has them for these tests only, as all others ask as
 * often as they like.
 */
@IntegrationTest
class RateLimitFilterIntegrationTests extends LaunchFixture {

	/** Few a minute, so that a slow machine notices them, too. */
	private static final RateLimits.LimitProperties TIGHT = new RateLimits.LimitProperties(true, 3, 3, 3, 3);

	@Autowired
	private Invitations invitations;

	@Autowired
	private RateLimitFilter filter;

	@Autowired
	private RateLimits generous;

	@Autowired
	private Platforms platforms;

	private HttpResponse<String> busy;

	@BeforeEach
	void askUntilItIsTooMuch() {
		limitBy(new RateLimits(TIGHT, this.platforms));
		this.busy = IntStream.range(0, 100)
			.mapToObj((number) -> unknownLogin())
			.filter((answer) -> answer.statusCode() == 429)
			.findFirst()
			.orElseThrow();
	}

	@AfterEach
	void limitOthersAsBefore() {
		limitBy(this.generous);
	}

	@Test
	void saysWhenToTryAgain() {
		assertThat(this.busy.headers().firstValue("Retry-After").orElseThrow()).matches("[1-9]\\d?");
		assertThat(this.busy.body()).contains("One moment, please", "Wait ");
	}

	@Test
	void anyLmsMayFrameThePage() {
		assertThat(this.busy.headers().firstValue("Content-Security-Policy").orElseThrow())
			.endsWith("frame-ancestors *");
	}

	@Test
	void pageIsHardenedAndNotKept() {
		assertThat(this.busy.headers().map()).containsEntry("x-content-type-options", List.of("nosniff"))
			.hasEntrySatisfying("cache-control", (values) -> assertThat(values.get(0)).contains("no-store"));
	}

	@Test
	void refusalCostsNoStatementAndNoCookieEvenToWhoSeemsToHaveASession() {
		this.browser.cookies().put("__Host-mentorprep", "bm9ib2R5LWhhcy1zdWNoLWEtc2Vzc2lvbg==");
		List<String> statements = SqlCount.during(
				() -> assertThat(unknownLogin()).satisfies((answer) -> assertThat(answer.statusCode()).isEqualTo(429))
					.satisfies((answer) -> assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty()));
		assertThat(statements).isEmpty();
	}

	@Test
	@DisplayName("case 18: of a thousand logins from one address few leave a row")
	void fewOfAThousandLoginsLeaveARow() {
		Map<String, String> login = TestBrowser.announcement(this.platform);
		IntStream.range(0, 1000).forEach((number) -> this.browser.post("/lti/login", login));
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM pending_launch WHERE platform = :platform")
			.param("platform", this.platform.id().value())
			.query(Integer.class)
			.single()).isLessThan(500);
	}

	@Test
	void launchesHaveALimit() {
		assertThat(IntStream.range(0, 100)
			.mapToObj((number) -> this.browser.post("/lti/launch", Map.of("state", "x")).statusCode())).contains(429);
	}

	@Test
	void signInIsRefusedEvenToTheRightPasswordAfterManyWrongOnes() {
		FormBrowser guessing = new FormBrowser();
		IntStream.range(0, 4).forEach((number) -> Operator.signIn(guessing, this.toolUrl.base(), "a guess"));
		Page answer = Operator.signIn(guessing, this.toolUrl.base(), Operator.PASSWORD);
		assertThat(answer.status()).isEqualTo(429);
		assertThat(answer.find("h1").text()).isEqualTo("One moment, please");
	}

	@Test
	void registrationAsksToWaitInsteadOfLookingForMoreInvitations() {
		List<HttpResponse<String>> answers = IntStream.range(0, 6)
			.mapToObj((number) -> this.browser.get("/lti/register?invitation=guess-" + number))
			.toList();
		assertThat(answers.get(0).body()).contains("This registration address is not valid");
		assertThat(answers.get(5).statusCode()).isEqualTo(429);
	}

	@Test
	void spoiltRequestsAreTurnedAwayAsSafely() throws IOException {
		assertThat(LimitedFuzz.failures(this.toolUrl.base(), this.platform, this.jdbc, this.invitations, 100))
			.isEmpty();
	}

	@Test
	void pageItselfIsNotOpen() {
		assertThat(this.browser.get("/lti/busy").statusCode()).isEqualTo(403);
	}

	private HttpResponse<String> unknownLogin() {
		return this.browser.post("/lti/login", Map.of("iss", "https://nobody.example"));
	}

	private void limitBy(RateLimits limits) {
		ReflectionTestUtils.setField(this.filter, "limits", limits);
	}

}
