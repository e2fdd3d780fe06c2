package org.mentorprep.launch;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import org.mentorprep.launch.Refusals.Refusal;
import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.SettableClock;
import org.mentorprep.testing.IdToken;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.TestBrowser;

import static org.assertj.core.api.Assertions.assertThat;

/** What is kept of refusals, and how little of it. */
@IntegrationTest
@Tag("sql")
class RefusalsIntegrationTests extends LaunchFixture {

	@Autowired
	private Refusals refusals;

	@BeforeEach
	void sweep() {
		this.refusals.sweep();
	}

	@Test
	void referenceOfAPageLeadsToItsCause() {
		String reference = refuse();
		assertThat(this.refusals.find(reference)).hasValueSatisfying((refusal) -> {
			assertThat(refusal.reason()).isEqualTo("STATE_UNKNOWN");
			assertThat(refusal.messageKey()).isEqualTo("launch.refused.state-unknown");
			assertThat(refusal.cause()).isEqualTo("No login waits for this state");
		});
	}

	@Test
	void referenceIsFoundHoweverItIsTyped() {
		String reference = refuse();
		assertThat(this.refusals.find(" " + reference.toLowerCase().replace("-", " "))).isPresent();
	}

	@Test
	void textThatIsNoReferenceFindsNothing() {
		assertThat(this.refusals.find("what?")).isEmpty();
	}

	@Test
	void refusedRegistrationIsKeptToo() {
		String reference = reference(this.browser.get("/lti/register?invitation=made-up"));
		assertThat(this.refusals.find(reference)).hasValueSatisfying((refusal) -> {
			assertThat(refusal.reason()).isEqualTo("INVITATION_UNKNOWN");
			assertThat(refusal.messageKey()).isEqualTo("registration.refused.invitation-unknown");
			assertThat(refusal.cause()).isEqualTo("No such invitation");
		});
	}

	@Test
	void newestComesFirst() {
		refuse();
		String newest = refuse();
		assertThat(this.refusals.newest(1)).extracting(Refusal::reference).containsExactly(newest);
	}

	@Test
	void platformIsNamedWhereItIsKnown() {
		TestBrowser.Login login = this.browser.login(this.platform);
		HttpResponse<String> answer = this.browser.post("/lti/launch",
				Map.of("error", "access_denied", "error_description", "Robin Okafor", "state", login.state()));
		assertThat(this.refusals.find(reference(answer)).orElseThrow().platform()).isEqualTo(this.platform.id());
	}

	@Test
	@DisplayName("case 36: what the LMS says about somebody is shown, but not kept")
	void nothingThatCameFromOutsideIsKept() {
		TestBrowser.Login login = this.browser.login(this.platform);
		HttpResponse<String> answer = this.browser.post("/lti/launch",
				Map.of("error", "access_denied", "error_description", "Robin Okafor", "state", login.state()));
		assertThat(this.refusals.find(reference(answer)).orElseThrow().toString()).doesNotContain("Robin",
				login.state());
	}

	@ParameterizedTest(name = "F15: an error_description of ''{0}'' is not told, the error itself is")
	@ValueSource(strings = { "", "  " })
	void errorIsToldIfItsDescriptionIsBlank(String blank) {
		TestBrowser.Login login = this.browser.login(this.platform);
		HttpResponse<String> answer = this.browser.post("/lti/launch",
				Map.of("error", "login_required", "error_description", blank, "state", login.state()));
		assertThat(answer.body()).contains("Your learning platform says: login_required");
	}

	@Test
	@DisplayName("F15: no sentence is begun for an error that says nothing")
	void blankErrorIsNotTold() {
		TestBrowser.Login login = this.browser.login(this.platform);
		HttpResponse<String> answer = this.browser.post("/lti/launch", Map.of("error", "", "state", login.state()));
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.body()).contains("did not let you through").doesNotContain("Your learning platform says");
	}

	@ParameterizedTest(name = "F15: a clock that is {0} s off is told")
	@ValueSource(ints = { -430, 3600 })
	void clocksThatAreApartAreTold(int seconds) {
		TestBrowser.Login login = this.browser.login(this.platform);
		IdToken token = login.token();
		long issued = Instant.now().getEpochSecond() + seconds;
		token.claims.put("iat", issued);
		token.claims.put("exp", issued + 60);
		HttpResponse<String> answer = this.browser.launch(login, token);
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(Jsoup.parse(answer.body()).text())
			.contains("The clock of your learning platform and ours don\u2019t agree")
			.containsPattern((seconds < 0) ? "seems to be 7 minutes and 1\\d seconds behind ours"
					: "seems to be (60 minutes and 0 seconds|59 minutes and 5\\d seconds) ahead of ours");
		assertThat(this.refusals.find(reference(answer)).orElseThrow().reason()).isEqualTo("CLOCKS_APART");
	}

	@Test
	void sweepKeepsTheNewest() {
		refuse();
		List<String> newest = List.of(refuse(), refuse());
		this.refusals.sweep(2);
		assertThat(this.refusals.newest(10)).extracting(Refusal::reference).containsExactlyInAnyOrderElementsOf(newest);
	}

	@Test
	void sweepForgetsWhatIsOld() {
		keep("OLD1-OLD1", Instant.now().minus(Duration.ofDays(31)));
		this.refusals.sweep();
		assertThat(this.refusals.find("OLD1-OLD1")).isEmpty();
	}

	@Test
	void floodWritesNoMoreThanFiveHundredAMinuteOnEachNode() {
		this.refusals.sweep(0);
		SettableClock clock = new SettableClock();
		Refusals node = new Refusals(this.jdbc, clock);
		IntStream.range(0, 501)
			.forEach((number) -> keep(node, "FL00-%04d".formatted(number), clock.instant(), "network-" + number % 30));
		assertThat(this.refusals.newest(1000)).hasSize(500);
		clock.advance(Duration.ofMinutes(1));
		keep(node, "FL01-0000", clock.instant(), "192.0.2.1");
		assertThat(this.refusals.find("FL01-0000")).isPresent();
		this.refusals.sweep(0);
	}

	@Test
	@DisplayName("F14: a network that floods pushes out its own refusals and nobody else's")
	void floodOfOneNetworkLeavesOthersTheirs() {
		this.refusals.sweep(0);
		SettableClock clock = new SettableClock();
		Refusals node = new Refusals(this.jdbc, clock);
		keep(node, "GENU-0001", clock.instant(), "198.51.100.1");
		for (int minute = 0; minute < 4; minute++) {
			clock.advance(Duration.ofMinutes(1));
			for (int i = 0; i < 60; i++) {
				keep(node, "FL%d0-%04d".formatted(minute, i), clock.instant(), "192.0.2.1");
			}
			keep(node, "GENU-1%03d".formatted(minute), clock.instant(), "198.51.100.2");
		}
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM refusal").query(Integer.class).single()).isEqualTo(4 * 50 + 5);
		assertThat(this.refusals.newest(100)).hasSize(25);
		this.refusals.sweep(20);
		assertThat(this.refusals.newest(100)).hasSize(20)
			.extracting(Refusal::reference)
			.contains("GENU-0001", "GENU-1000", "GENU-1001", "GENU-1002", "GENU-1003");
		this.refusals.sweep(0);
	}

	@Test
	@DisplayName("F14: nothing that is kept tells the address of anybody")
	void addressIsNotKept() {
		keep(this.refusals, "ADDR-0001", Instant.now(), "198.51.100.77");
		assertThat(this.jdbc.sql("SELECT * FROM refusal WHERE reference = 'ADDR-0001'").query().singleRow().toString())
			.doesNotContain("198.51.100.77");
	}

	private void keep(String reference, Instant at) {
		keep(this.refusals, reference, at, "192.0.2.1");
	}

	private void keep(Refusals refusals, String reference, Instant at, String network) {
		refusals.keep(new Refusal(reference, at, "TOO_LATE", "launch.refused.too-late", this.platform.id(), "late",
				null, null), network);
	}

	/** A launch with a state that nobody knows. */
	private String refuse() {
		return reference(this.browser.post("/lti/launch", Map.of("id_token", "x", "state", "A".repeat(43))));
	}

	private static String reference(HttpResponse<String> answer) {
		return Jsoup.parse(answer.body()).select(".code").text();
	}

}
