package org.mentorprep.journeys;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;

import practicelms.PracticeLms;
import practicelms.course.Person;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A mentor at the browser: goes through the LMS, and works in the tool, in its frame or
 * in a window of its own, by what is seen there.
 */
final class BrowsingMentor {

	/** What earns full credit, in whatever conversation it is offered. */
	static final List<String> STRONG = AuthorsKey.sayings(1);

	/** What one says on a bad day. */
	static final List<String> WEAK = AuthorsKey.sayings(0);

	/** Strong for the most part, with a slip at the end that leaves enough. */
	static final List<String> FAIR = AuthorsKey.sayingsWithASlipAtTheEnd();

	private static final int LOOKED_AT = 2;

	private final PracticeLms lms;

	private final Page page;

	private final boolean scriptless;

	private boolean framed = true;

	private boolean underAxe = true;

	BrowsingMentor(PracticeLms lms, BrowserContext browser, Person person) {
		this(lms, browser, person, false);
	}

	/**
	 * @param scriptless whether JavaScript is switched off in this browser: then forms
	 * are passed on by hand, and axe, which is a script, is not asked
	 */
	BrowsingMentor(PracticeLms lms, BrowserContext browser, Person person, boolean scriptless) {
		this.scriptless = scriptless;
		this.lms = lms;
		this.page = browser.newPage();
		this.page.navigate(lms.baseUrl() + "/");
		this.page.locator("#be-" + person.id()).click();
	}

	Page page() {
		return this.page;
	}

	/** The tool's page, wherever it is. */
	Locator tool() {
		return this.framed ? this.page.frameLocator("#contentframe").locator("html") : this.page.locator("html");
	}

	BrowsingMentor open(int activity) {
		this.framed = true;
		this.page.navigate(this.lms.baseUrl() + "/activities/" + activity);
		if (this.scriptless) {
			goesOnByHand();
		}
		return this;
	}

	/** Opens the activity as an LMS does that gives the tool the whole window. */
	BrowsingMentor openInWindow(int activity) {
		this.framed = false;
		this.page.navigate(this.lms.baseUrl() + "/launch.php?container=4&id=" + activity);
		return this;
	}

	/**
	 * Without JavaScript the forms that pass the launch on wait for their buttons: to the
	 * tool, and back to it; in between once more to the LMS, if the tool's check of
	 * cookies sent us there, for then the LMS misses its own cookie and asks again.
	 */
	private void goesOnByHand() {
		passesOnByHand(tool());
	}

	static void passesOnByHand(Locator frame) {
		frame.locator("#self-submitting[action$='/lti/login'] button").click();
		Locator askedAgain = frame.locator("#self-submitting[action$='/auth'] button");
		Locator toTheTool = frame.locator("#self-submitting[action$='/lti/launch'] button");
		askedAgain.or(toTheTool).waitFor();
		if (askedAgain.count() > 0) {
			askedAgain.click();
		}
		toTheTool.click();
	}

	/** Goes where another journey looks with axe already: axe is what takes the time. */
	BrowsingMentor withoutAxe() {
		this.underAxe = false;
		return this;
	}

	/** Waits until the heading of the tool's page holds some words. */
	BrowsingMentor sees(String words) {
		assertThat(heading()).containsText(words);
		return this;
	}

	/** Waits until some words stand anywhere on the tool's page. */
	BrowsingMentor shows(String words) {
		assertThat(tool().locator("main")).containsText(words);
		return this;
	}

	Locator heading() {
		return tool().locator("h1");
	}

	BrowsingMentor follows(String link) {
		tool().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link)).first().click();
		return this;
	}

	BrowsingMentor presses(String button) {
		tool().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button)).first().click();
		return this;
	}

	/**
	 * Answers until the debrief is there, always with the first choice of the list that
	 * is offered.
	 */
	BrowsingMentor worksToTheEnd(List<String> choices) {
		return worksToTheEnd(choices, () -> {
		});
	}

	/**
	 * The same, and axe looks at the first pages on the way, of which the later ones are
	 * repetitions with other words.
	 */
	BrowsingMentor worksToTheEndUnderAxe(List<String> choices) {
		return worksToTheEnd(choices, this::hasNoAxeViolations);
	}

	private BrowsingMentor worksToTheEnd(List<String> choices, Runnable look) {
		for (int step = 0; step < 20 && !heading().textContent().startsWith("Debrief"); step++) {
			Runnable once = (step < LOOKED_AT) ? look : () -> {
			};
			answersOnce(choices, once);
			once.run();
			if (tool().locator("#reply").count() > 0) {
				follows("Go on");
				tool().locator("form, h1:has-text('Debrief')").first().waitFor();
			}
		}
		return sees("Debrief");
	}

	/**
	 * Works the tasks of the module beside the conversation as its authors would, each
	 * from the list to its debrief, and ends on the module.
	 */
	BrowsingMentor worksTheOtherTasks() {
		starts("Row three").choosesOnTheSheet(AuthorsKey.ratings(title())).handsIn("Give these ratings");
		starts("Sort the notes").choosesOnTheSheet(AuthorsKey.classes(title())).handsIn("Hand in these answers");
		starts("A concern in week nine").putsInOrder(AuthorsKey.order(title())).handsIn("Hand in this order");
		return this;
	}

	private BrowsingMentor starts(String task) {
		tool().locator(".rows > li", withText(task)).locator("button").click();
		return atWork();
	}

	/** Waits for a step of some exercise: which one a task brings is left to chance. */
	BrowsingMentor atWork() {
		tool().getByText("Stop here and carry on later").waitFor();
		return this;
	}

	/** What the page is about. */
	String title() {
		return heading().textContent().strip();
	}

	private BrowsingMentor choosesOnTheSheet(Map<String, Integer> places) {
		tool().locator(".lines + .actions").waitFor();
		places
			.forEach((text, place) -> chooses(tool().locator("fieldset", withText(text)).locator("input").nth(place)));
		return this;
	}

	private BrowsingMentor putsInOrder(List<String> texts) {
		tool().locator("summary").click();
		for (int place = 1; place <= texts.size(); place++) {
			tool().locator("#step").selectOption(new SelectOption().setLabel(texts.get(place - 1)));
			tool().locator("#place").selectOption(String.valueOf(place));
			presses("Move it there");
			assertThat(tool().locator("#moved")).containsText(texts.get(place - 1) + "” is now in place " + place);
		}
		return this;
	}

	private void handsIn(String button) {
		presses(button);
		tool().locator("#reply").waitFor();
		hasNoAxeViolations();
		follows("Go on to the debrief").sees("Debrief").shows("Passed.").follows("Judgementoring");
	}

	/**
	 * Writes own words if they are asked for, then says one thing; stays on the reply.
	 */
	BrowsingMentor answersOnce(List<String> choices) {
		return answersOnce(choices, () -> {
		});
	}

	private BrowsingMentor answersOnce(List<String> choices, Runnable look) {
		// A form that is there may still lack its fields: the browser paints while it
		// reads.
		tool().locator("textarea[name=words], input[name=choice]").first().waitFor();
		Locator words = tool().locator("textarea[name=words]");
		if (words.count() > 0) {
			words.fill("Sit down a second. Which bit is bothering you?");
			look.run();
			presses("Show the options");
		}
		// The button comes after all choices.
		tool().getByText("Say this").waitFor();
		look.run();
		List<String> offered = tool().locator("label.choice")
			.allTextContents()
			.stream()
			.map(BrowsingMentor::plain)
			.toList();
		String saying = choices.stream()
			.filter((choice) -> offered.stream().anyMatch((label) -> label.contains(plain(choice))))
			.findFirst()
			.orElseThrow();
		chooses(tool().locator("label.choice", withText(saying)).locator("input"));
		presses("Say this");
		tool().locator("#reply").waitFor();
		return this;
	}

	/** By the keyboard: what a mouse aims at moves while fonts arrive. */
	private static void chooses(Locator radio) {
		radio.press("Space");
		assertThat(radio).isChecked();
	}

	static Locator.LocatorOptions withText(String words) {
		return new Locator.LocatorOptions().setHasText(words);
	}

	/** Axe looks through the frame, too. */
	BrowsingMentor hasNoAxeViolations() {
		if (!this.scriptless && this.underAxe) {
			hasNoAxeViolations(this.page);
		}
		return this;
	}

	static void hasNoAxeViolations(Page page) {
		assertThat(Axe.violations(page)).as("axe on " + page.url()).isEmpty();
	}

	/** As a page shows it: lines may break where the source did not. */
	private static String plain(String text) {
		return text.replaceAll("\\s+", " ").strip();
	}

}
