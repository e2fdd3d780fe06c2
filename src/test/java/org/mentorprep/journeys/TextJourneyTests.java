package org.mentorprep.journeys;

import com.microsoft.playwright.BrowserContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;

import org.mentorprep.testing.IntegrationTest;

import practicelms.PracticeLms;
import practicelms.course.Course;

/** Transcript and remark, in the frame of the LMS, by keyboard alone, without script. */
@IntegrationTest
@Tag("browser")
@Tag("full")
@ExtendWith(InstalledChromium.class)
class TextJourneyTests {

	@Autowired
	private PracticeLms lms;

	@Test
	void transcriptAndRemarkAreWorkedByKeyboardAloneAndWithoutJavaScript(@WithoutJavaScript BrowserContext browser) {
		BrowsingMentor mentor = new BrowsingMentor(this.lms, browser, this.lms.enrolMentor("Nils", "Okoro"), true)
			.open(Course.JUDGEMENTORING.cmid());
		new TextTasks(mentor).work().sees("Four tasks to go");
	}

}
