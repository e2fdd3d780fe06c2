package org.mentorprep.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;

import org.mentorprep.testing.IntegrationTest;

import practicelms.PracticeLms;
import practicelms.course.Course;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Each kind of exercise, in the frame of the LMS, by keyboard alone, without script. */
@IntegrationTest
@Tag("browser")
@Tag("full")
@ExtendWith(InstalledChromium.class)
class KindsJourneyTests {

	@Autowired
	private PracticeLms lms;

	@Test
	void everyKindIsWorkedByKeyboardAloneAndWithoutJavaScript(@WithoutJavaScript BrowserContext browser) {
		BrowsingMentor mentor = new BrowsingMentor(this.lms, browser, this.lms.enrolMentor("Tove", "Brandt"), true)
			.open(Course.JUDGEMENTORING.cmid());
		TabbingMentor keyboard = new TabbingMentor(mentor);

		starts(mentor, keyboard, "Row three");
		keyboard.choosesOnTheSheet(AuthorsKey.ratings(mentor.title())).enters(AriaRole.BUTTON, "Give these ratings");
		passes(mentor, keyboard, "What you recognised");

		starts(mentor, keyboard, "Sort the notes");
		keyboard.choosesOnTheSheet(AuthorsKey.classes(mentor.title())).enters(AriaRole.BUTTON, "Hand in these answers");
		passes(mentor, keyboard, "How you sorted");

		starts(mentor, keyboard, "A concern in week nine");
		keyboard.putsInOrder(AuthorsKey.order(mentor.title())).enters(AriaRole.BUTTON, "Hand in this order");
		passes(mentor, keyboard, "Your order");
		mentor.sees("Two tasks to go");
	}

	/** From the list of tasks, where each has a button of its own. */
	private static void starts(BrowsingMentor mentor, TabbingMentor keyboard, String task) {
		keyboard.enters(mentor.tool().locator(".rows > li", BrowsingMentor.withText(task)).locator("button"));
		mentor.atWork();
	}

	/** Reads what came of it, with its keys, and goes back to the module. */
	private static void passes(BrowsingMentor mentor, TabbingMentor keyboard, String reply) {
		assertThat(mentor.tool().locator("#reply")).containsText(reply);
		keyboard.enters(AriaRole.LINK, "Go on to the debrief");
		mentor.sees("Debrief").shows("Passed.");
		keyboard.enters(AriaRole.LINK, "Judgementoring");
	}

}
