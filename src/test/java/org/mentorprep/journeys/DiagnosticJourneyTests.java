package org.mentorprep.journeys;

import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.AriaRole;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;

import org.mentorprep.diagnostic.Authors;
import org.mentorprep.testing.IntegrationTest;

import practicelms.PracticeLms;
import practicelms.course.Course;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A mentor finds out, by the keyboard alone, that they know the ground of a module. */
@IntegrationTest
@Tag("browser")
@Tag("full")
@ExtendWith(InstalledChromium.class)
class DiagnosticJourneyTests {

	private static final String OPTIONAL = "You know this ground: the reading is optional for you. The scenarios are not.";

	@Autowired
	private PracticeLms lms;

	@Test
	void whoKnowsTheGroundIsFreedFromTheReading(BrowserContext browser) {
		findsOut(new BrowsingMentor(this.lms, browser, this.lms.enrolMentor("Nora", "Falk")));
	}

	@Test
	void itWorksWithoutJavaScript(@WithoutJavaScript BrowserContext browser) {
		findsOut(new BrowsingMentor(this.lms, browser, this.lms.enrolMentor("Iris", "Holm"), true));
	}

	private static void findsOut(BrowsingMentor mentor) {
		mentor.open(Course.JUDGEMENTORING.cmid()).sees("Judgementoring");
		TabbingMentor keyboard = new TabbingMentor(mentor);
		keyboard.enters(AriaRole.LINK, "Find out with eight questions");
		keyboard.enters(AriaRole.BUTTON, "Hand in the answers");
		mentor.shows("8 questions are still open");
		keyboard.fills(answers(mentor)).enters(AriaRole.BUTTON, "Hand in the answers");
		mentor.sees("You know this ground").hasNoAxeViolations();
		keyboard.enters(AriaRole.LINK, "Back to the module");
		mentor.sees("Judgementoring").shows(OPTIONAL).hasNoAxeViolations();
		assertThat(mentor.tool().locator("main .btn-primary")).containsText("Start");
	}

	/** What the authors would choose, by field, once all of the page is there. */
	private static Map<String, String> answers(BrowsingMentor mentor) {
		mentor.tool().locator(".foot").waitFor();
		return Authors.answers(Jsoup.parse(mentor.tool().innerHTML()));
	}

}
