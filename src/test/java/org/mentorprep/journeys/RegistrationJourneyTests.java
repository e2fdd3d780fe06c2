package org.mentorprep.journeys;

import java.net.URI;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;

import org.mentorprep.platform.ToolUrl;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.Operator;

import practicelms.PracticeLms;
import practicelms.course.Course;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** From an operator's invitation to the first mentor, through the frame of an LMS. */
@IntegrationTest
@Tag("browser")
@Tag("full")
@ExtendWith(InstalledChromium.class)
class RegistrationJourneyTests {

	@Autowired
	private ToolUrl toolUrl;

	private PracticeLms lms;

	@AfterEach
	void close() {
		this.lms.close();
	}

	@Test
	@DisplayName("case 174: an invited LMS registers in its frame, which closes, and its first launch works")
	void anInvitedLmsRegistersInItsFrameAndItsFirstLaunchWorks(BrowserContext browser) {
		this.lms = PracticeLms.start(0, this.toolUrl.base());
		Page operator = browser.newPage();
		operator.navigate(this.toolUrl.at("/operator/platforms").toString());
		operator.locator("#password").fill(Operator.PASSWORD);
		operator.locator("main button").click();
		operator.navigate(this.toolUrl.at("/operator/platforms").toString());
		operator.locator("#name").fill("Hartley Hill");
		operator.locator("#host").fill(URI.create(this.lms.baseUrl()).getAuthority());
		operator.locator("main .btn-primary").click();
		String address = operator.locator("#address").inputValue();
		BrowsingMentor.hasNoAxeViolations(operator);

		Page admin = browser.newPage();
		admin.navigate(this.lms.baseUrl() + "/admin");
		admin.locator("#url").fill(address);
		admin.locator("#add").click();
		FrameLocator tool = admin.frameLocator("#registration");
		assertThat(tool.locator("h1")).hasText("Hartley Hill and this tool know each other");
		BrowsingMentor.hasNoAxeViolations(admin);
		tool.locator("#close").click();
		assertThat(admin.locator("#registration")).hasCount(0);
		admin.locator("#activate-2").click();
		assertThat(admin.locator("#tool-2")).containsText("Active");

		new BrowsingMentor(this.lms, browser, Course.MENTOR).open(Course.JUDGEMENTORING.cmid()).sees("Judgementoring");
		operator.navigate(this.toolUrl.at("/operator/platforms").toString());
		assertThat(operator.locator(".stack")).containsText("Hartley Hill");
	}

}
