package org.mentorprep.journeys;

import java.nio.file.Path;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;

import org.mentorprep.testing.IntegrationTest;

import practicelms.PracticeLms;
import practicelms.course.Course;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What is different in the frame of an LMS: the way out of it, and the focus. */
@IntegrationTest
@Tag("browser")
@Tag("full")
@ExtendWith(InstalledChromium.class)
class FrameJourneyTests {

	private static final int NARROWEST = 320;

	@Autowired
	private PracticeLms lms;

	@Test
	@DisplayName("return_url: 'Back to the course' leads out of the frame, and is seen at 320 px")
	void wayBackLeadsOutOfTheFrame(BrowserContext browser) {
		BrowsingMentor mentor = new BrowsingMentor(this.lms, browser, this.lms.enrolMentor("Ola", "Berg"))
			.open(Course.JUDGEMENTORING.cmid());
		Page page = mentor.page();
		page.setViewportSize(NARROWEST + 40, 900);
		Locator way = mentor.tool().locator("header nav a").first();
		assertThat(way).hasText("Back to the course");
		assertThat(way).isInViewport();
		mentor.hasNoAxeViolations();
		page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "gallery", "way-back-360.png")));
		way.click();
		assertThat(page).hasURL(Pattern.compile(".*/return\\.php\\?.*sesskey=.*"));
		assertThat(page.frames()).hasSize(1);
	}

	@Test
	@DisplayName("focus: in the frame, too, it moves to what went wrong")
	void focusMovesToWhatWentWrong(BrowserContext browser) {
		Page page = browser.newPage();
		page.navigate(this.lms.baseUrl() + "/");
		page.locator("#be-" + Course.COURSE_ADMIN.id()).click();
		page.locator("#add-activity").click();
		FrameLocator picker = page.frameLocator("#contentitem-page-iframe");
		picker.locator(".btn-primary").click();
		assertThat(picker.locator(".message-bad")).isFocused();
	}

}
