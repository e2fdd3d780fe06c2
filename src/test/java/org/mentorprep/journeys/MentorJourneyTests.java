package org.mentorprep.journeys;

import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;

import org.mentorprep.passback.SendingProgress;
import org.mentorprep.testing.IntegrationTest;

import practicelms.PracticeLms;
import practicelms.course.Course;
import practicelms.course.Person;
import practicelms.service.Faults;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The main job, seen from outside: a mentor, a browser, an LMS and its gradebook. */
@IntegrationTest
@ExtendWith(InstalledChromium.class)
class MentorJourneyTests {

	private static final int JUDGEMENTORING = Course.JUDGEMENTORING.cmid();

	private static final String COLUMN = "2";

	@Autowired
	private PracticeLms lms;

	@AfterEach
	void bringTheServicesBack() {
		this.lms.faults().clear();
	}

	@Test
	@Tag("browser")
	void aMentorReadsWorksTheScenarioAndFindsTheGradeInTheGradebook(BrowserContext browser) {
		Person person = this.lms.enrolMentor("Mira", "Lindqvist");
		BrowsingMentor mentor = new BrowsingMentor(this.lms, browser, person).open(JUDGEMENTORING)
			.sees("Judgementoring")
			.hasNoAxeViolations()
			.follows("Read")
			.sees("When the verdict comes first")
			.hasNoAxeViolations()
			.follows("Judgementoring")
			.sees("Judgementoring")
			.presses("Start")
			.shows("Decision 1")
			.worksToTheEndUnderAxe(BrowsingMentor.STRONG)
			.hasNoAxeViolations();
		mentor.follows("Judgementoring").sees("Four tasks to go").hasNoAxeViolations();
		assertThat(row(mentor, person).locator(".score")).containsText("No grade yet");
		assertThat(row(mentor, person).locator(".completion")).containsText("To do");
		mentor.open(JUDGEMENTORING).sees("Four tasks to go");
		// The journeys of the other kinds and the gallery look with axe, in the full
		// build.
		new TextTasks(mentor.withoutAxe().worksTheOtherTasks()).work().sees("You have completed Judgementoring");
		assertGrade(mentor, person, "100");
		assertThat(row(mentor, person).locator(".completion")).containsText("Done: passed");
	}

	@Test
	@Tag("browser")
	@Tag("full")
	void axeFindsNothingOnTheWayInAWindowOfItsOwn(BrowserContext browser) {
		BrowsingMentor mentor = new BrowsingMentor(this.lms, browser, this.lms.enrolMentor("Ada", "Novak"))
			.openInWindow(JUDGEMENTORING)
			.sees("Judgementoring")
			.hasNoAxeViolations()
			.follows("Help")
			.sees("Help")
			.hasNoAxeViolations();
		mentor.openInWindow(JUDGEMENTORING)
			.follows("Three kinds of sentence")
			.sees("Three kinds of sentence")
			.hasNoAxeViolations()
			.follows("Judgementoring")
			.presses("Start")
			.shows("Decision 1")
			.worksToTheEndUnderAxe(BrowsingMentor.WEAK)
			.hasNoAxeViolations()
			.follows("Judgementoring")
			.sees("Five tasks to go")
			.shows("Not yet")
			.hasNoAxeViolations();
	}

	@Test
	@Tag("browser")
	@Tag("full")
	void aMentorWhoClosesThePageCarriesOnWhereOneWas(BrowserContext browser) {
		Person person = this.lms.enrolMentor("Joan", "Bell");
		BrowsingMentor before = begin(browser, person).answersOnce(BrowsingMentor.STRONG)
			.follows("Go on")
			.answersOnce(BrowsingMentor.STRONG);
		before.page().close();
		new BrowsingMentor(this.lms, browser, person).open(JUDGEMENTORING)
			.hasNoAxeViolations()
			.follows("Carry on")
			.hasNoAxeViolations()
			.shows("Decision 3")
			.shows("You are back where you were.");
	}

	@Test
	@Tag("full")
	@DisplayName("F2: nothing is sent before completion, a better attempt raises the grade, and a worse one never lowers it")
	void aBetterAttemptRaisesTheGradeAndAWorseOneNeverLowersIt(BrowserContext browser) {
		Person person = this.lms.enrolMentor("Kofi", "Mensah");
		BrowsingMentor mentor = begin(browser, person).withoutAxe().worksToTheEnd(BrowsingMentor.WEAK);
		assertThat(row(mentor, person).locator(".completion")).containsText("To do");

		new TextTasks(mentor.open(JUDGEMENTORING).worksTheOtherTasks()).work().sees("Not yet");
		mentor.presses("Straight to another try").worksToTheEnd(BrowsingMentor.FAIR);
		assertGrade(mentor, person, "‘Judgementoring’ completed.");
		int fair = grade(mentor, person);
		assertThat(fair).isBetween(70, 99);

		mentor.open(JUDGEMENTORING).sees("You have completed");
		again(mentor).worksToTheEnd(BrowsingMentor.WEAK);
		mentor.follows("Judgementoring").sees("You have completed Judgementoring");
		assertThat(grade(mentor, person)).isEqualTo(fair);
		assertThat(row(mentor, person).locator(".completion")).containsText("Done: passed");
	}

	@Test
	@Tag("browser")
	@Tag("full")
	@ExtendWith(SendingProgress.class)
	void aMentorNoticesNothingWhileTheScoreServiceIsDownAndTheGradeArrivesAfterwards(BrowserContext browser) {
		Person person = this.lms.enrolMentor("Sam", "Reyes");
		this.lms.faults().takeDown(Faults.Door.SCORES);
		BrowsingMentor mentor = begin(browser, person).worksToTheEnd(BrowsingMentor.STRONG)
			.follows("Judgementoring")
			.sees("Four tasks to go");
		assertThat(mentor.tool().locator("main")).containsText(Pattern.compile("is (on its way|waiting)"));
		assertThat(this.lms.received().scores()).isNotEmpty();

		this.lms.faults().bringBack(Faults.Door.SCORES);
		assertGrade(mentor, person, "33");
		assertThat(mentor.open(JUDGEMENTORING).tool().locator("main")).containsText("arrived there");
	}

	@Test
	@Tag("browser")
	@Tag("full")
	@ExtendWith(SendingProgress.class)
	void allOfItWorksWithoutJavaScript(@WithoutJavaScript BrowserContext browser) {
		Person person = this.lms.enrolMentor("Ines", "Duarte");
		BrowsingMentor mentor = begin(new BrowsingMentor(this.lms, browser, person, true))
			.worksToTheEnd(BrowsingMentor.STRONG)
			.follows("Judgementoring")
			.sees("Four tasks to go");
		assertGrade(mentor, person, "33");
	}

	private BrowsingMentor begin(BrowserContext browser, Person person) {
		return begin(new BrowsingMentor(this.lms, browser, person));
	}

	private static BrowsingMentor begin(BrowsingMentor mentor) {
		return mentor.open(JUDGEMENTORING).sees("Judgementoring").presses("Start").shows("Decision 1");
	}

	private static BrowsingMentor again(BrowsingMentor mentor) {
		return mentor.follows("A conversation").sees("Debrief").presses("Try again").shows("Decision 1");
	}

	/** Goes to the gradebook in the LMS and waits until this row says so. */
	private void assertGrade(BrowsingMentor mentor, Person person, String words) {
		assertThat(row(mentor, person)).containsText(words,
				new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
	}

	/** Goes to the gradebook and reads the score as soon as there is one. */
	private int grade(BrowsingMentor mentor, Person person) {
		Locator score = row(mentor, person).locator(".score");
		assertThat(score).containsText(Pattern.compile("\\d"),
				new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
		return Integer.parseInt(score.innerText().replaceAll("^\\D*(\\d+).*$", "$1"));
	}

	private Locator row(BrowsingMentor mentor, Person person) {
		mentor.page().navigate(this.lms.baseUrl() + "/");
		return mentor.page().locator("#grade-" + person.id() + "-" + COLUMN);
	}

}
