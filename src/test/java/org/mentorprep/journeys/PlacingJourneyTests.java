package org.mentorprep.journeys;

import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;

import org.mentorprep.testing.IntegrationTest;

import practicelms.PracticeLms;
import practicelms.course.Activity;
import practicelms.course.Course;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Course staff place the tool in their course, seen from outside. */
@IntegrationTest
@Tag("browser")
@ExtendWith(InstalledChromium.class)
class PlacingJourneyTests {

	@Autowired
	private PracticeLms lms;

	@Test
	void staffPlaceByKeyboardAndAMentorOpensWhatWasPlaced(BrowserContext browser) {
		Page page = staff(browser);
		Locator picker = picker(page).locator("html");
		assertThat(picker.locator("h1")).containsText("What should this activity open?");
		BrowsingMentor.hasNoAxeViolations(page);
		picture(page);
		picker.locator("#what").focus();
		page.keyboard().press("ArrowUp");
		assertThat(picker.locator("#which")).isVisible();
		page.keyboard().press("Tab");
		page.keyboard().press("Space");
		assertThat(picker.locator(".btn-primary")).hasText("Add 1 activity to the course");
		page.keyboard().press("Enter");
		assertThat(picker(page).locator("#proposed")).hasText("Judgementoring");
		picker(page).locator("#save").click();
		Activity placed = placed(page);
		assertThat(placed.custom()).containsEntry("module", "judgementoring");
		assertThat(this.lms.gradebook().lineItemsOf(placed.resourceLinkId()).get(0).resourceId())
			.isEqualTo("module:judgementoring");
		new BrowsingMentor(this.lms, browser, this.lms.enrolMentor("Nia", "Roberts")).open(placed.cmid())
			.sees("Judgementoring");
	}

	@Test
	@Tag("full")
	void placingAndCancellingWorkWithoutJavaScript(@WithoutJavaScript BrowserContext browser) {
		Page page = staff(browser);
		FrameLocator frame = picker(page);
		BrowsingMentor.passesOnByHand(frame.locator("html"));
		looksAtAnExercise(frame);
		frame.locator("[name=cancel]").click();
		goBack(frame);
		assertThat(frame.locator("h1")).hasText("Nothing was chosen");
		page.navigate(this.lms.baseUrl() + "/activities/new");
		BrowsingMentor.passesOnByHand(frame.locator("html"));
		frame.locator("#what").check();
		frame.locator(".btn-primary").click();
		goBack(frame);
		frame.locator("#save").click();
		assertThat(placed(page).custom()).containsEntry("programme", "mentor-preparation").doesNotContainKey("module");
	}

	/** In the same frame, and back to the choice. */
	private static void looksAtAnExercise(FrameLocator frame) {
		frame.locator("[name=preview]").first().click();
		frame.locator("main li a").first().click();
		frame.locator("a[href*='/preview/exercises/']").first().click();
		assertThat(frame.locator("main form .btn-primary")).isVisible();
		frame.locator(".crumbs a").click();
		frame.locator(".crumbs a").click();
		assertThat(frame.locator("h1")).containsText("What should this activity open?");
	}

	private Page staff(BrowserContext browser) {
		Page page = browser.newPage();
		page.navigate(this.lms.baseUrl() + "/");
		page.locator("#be-" + Course.COURSE_ADMIN.id()).click();
		page.locator("#add-activity").click();
		return page;
	}

	private static FrameLocator picker(Page page) {
		return page.frameLocator("#contentitem-page-iframe");
	}

	/** The tool's form, and the one of the LMS that posts it again with its cookie. */
	private static void goBack(FrameLocator frame) {
		frame.locator("#self-submitting:has([name=JWT]):not(:has([name=repost])) button").click();
		frame.locator("#self-submitting:has([name=repost]) button").click();
	}

	/** For whoever changes the look, at the width of the LMS's dialogue, too. */
	private static void picture(Page page) {
		byte[] picture = page.locator("#contentitem-page-iframe")
			.screenshot(new Locator.ScreenshotOptions().setPath(Path.of("target", "gallery", "picker-in-the-lms.png")));
		assertThat(picture).isNotEmpty();
	}

	/** What was added last, once the course is there again. */
	private Activity placed(Page page) {
		assertThat(page.locator("#activities")).isVisible();
		List<Activity> activities = this.lms.course().activities();
		return activities.get(activities.size() - 1);
	}

}
