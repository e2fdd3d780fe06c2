package org.mentorprep.journeys;

import java.net.URI;
import java.nio.file.Path;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.mentorprep.platform.ToolUrl;
import org.mentorprep.testing.IntegrationTest;

import practicelms.PracticeLms;
import practicelms.course.Course;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** What a mentor sees in the LMS's frame when something stands in the way. */
@IntegrationTest
@Tag("browser")
@Tag("full")
@ExtendWith(InstalledChromium.class)
class BlockedCookieJourneyTests {

	private static final int JUDGEMENTORING = Course.JUDGEMENTORING.cmid();

	@Autowired
	private PracticeLms lms;

	@Autowired
	private ToolUrl toolUrl;

	@Autowired
	private JdbcClient jdbc;

	@Test
	@DisplayName("F13: a mentor whose browser blocks our cookie goes on in a new tab, and does so again")
	void aMentorWhoseBrowserBlocksOurCookieGoesOnInANewTab(BrowserContext browser, @TempDir Path profile) {
		try (BrowserContext blocking = InstalledChromium.blockingCookies(browser, profile, this.toolUrl.base(),
				URI.create(this.lms.baseUrl()))) {
			BrowsingMentor mentor = new BrowsingMentor(this.lms, blocking, this.lms.enrolMentor("Noor", "Haddad"))
				.open(JUDGEMENTORING)
				.sees("One more click is needed")
				.hasNoAxeViolations();
			Page tab = blocking.waitForPage(() -> mentor.follows("Open in a new tab"));
			assertThat(tab.locator("h1")).containsText("Judgementoring");
			Page again = blocking.waitForPage(() -> mentor.follows("Open in a new tab"));
			assertThat(again.locator("h1")).containsText("Judgementoring");
		}
	}

	@Test
	void aMentorSeesInTheFrameThatTheLmsWaitsToBeActivated(BrowserContext browser) {
		BrowsingMentor mentor = new BrowsingMentor(this.lms, browser, this.lms.enrolMentor("Iris", "Vale"));
		enable(false);
		try {
			mentor.open(JUDGEMENTORING)
				.sees("This learning platform is waiting to be activated")
				.shows("Send the reference to your course staff")
				.hasNoAxeViolations();
		}
		finally {
			enable(true);
		}
		mentor.open(JUDGEMENTORING).sees("Judgementoring");
	}

	private void enable(boolean enabled) {
		this.jdbc.sql("UPDATE platform SET enabled = ? WHERE issuer = ?").params(enabled, this.lms.baseUrl()).update();
	}

}
