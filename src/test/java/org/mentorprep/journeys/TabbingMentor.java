package org.mentorprep.journeys;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Works exercises by the keyboard alone: Tab, Shift, Space, Enter and the arrows. */
final class TabbingMentor {

	private static final int MOST_TABS = 60;

	private final BrowsingMentor mentor;

	TabbingMentor(BrowsingMentor mentor) {
		this.mentor = mentor;
	}

	/** Chooses the place on the scale of each entry that its text has in the map. */
	TabbingMentor choosesOnTheSheet(Map<String, Integer> places) {
		this.mentor.tool().locator(".lines fieldset").first().waitFor();
		for (Locator entry : this.mentor.tool().locator(".lines fieldset").all()) {
			tabsTo(entry.locator("input").first());
			choosesFocused(entry.locator("input"), places.get(entry.locator("legend").innerText()));
		}
		return this;
	}

	/** Fills a form: in a list by what is typed, else by Space and the arrows. */
	TabbingMentor fills(Map<String, String> choices) {
		choices.forEach((name, choice) -> {
			Locator fields = this.mentor.tool().locator("[name='" + name + "']");
			tabsTo(fields.first());
			if (fields.first().getAttribute("type") == null) {
				presses(choice);
				assertThat(fields).hasValue(choice);
			}
			else {
				choosesFocused(fields, Integer.parseInt(choice) - 1);
			}
		});
		return this;
	}

	private void choosesFocused(Locator options, int place) {
		presses("Space");
		for (int at = 0; at < place; at++) {
			presses("ArrowDown");
		}
		assertThat(options.nth(place)).isChecked();
	}

	/** Moves the steps until they stand so. */
	TabbingMentor putsInOrder(List<String> texts) {
		for (int place = 0; place < texts.size(); place++) {
			Locator up = button("Move up: " + texts.get(place));
			up.waitFor();
			int at = steps().indexOf(texts.get(place));
			if (at > place) {
				tabsTo(up);
			}
			for (; at > place; at--) {
				// The focus came back to the same arrow with the page.
				assertThat(up).isFocused();
				presses("Enter");
				assertThat(this.mentor.tool().locator("#moved"))
					.containsText(texts.get(place) + "” is now in place " + at + " of");
			}
		}
		return this;
	}

	/** Goes to a button or link and presses Enter on it. */
	TabbingMentor enters(AriaRole role, String name) {
		return enters(this.mentor.tool().getByRole(role, new Locator.GetByRoleOptions().setName(name)).first());
	}

	TabbingMentor enters(Locator target) {
		target.waitFor();
		tabsTo(target);
		presses("Enter");
		return this;
	}

	private List<String> steps() {
		return this.mentor.tool().locator(".order > li > span").allInnerTexts();
	}

	private Locator button(String name) {
		return this.mentor.tool()
			.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
	}

	private void tabsTo(Locator target) {
		for (int tab = 0; tab < MOST_TABS; tab++) {
			if ((boolean) target.evaluate("element => element === document.activeElement")) {
				return;
			}
			presses("Tab");
		}
		throw new AssertionError("The keyboard does not reach " + target);
	}

	private void presses(String key) {
		this.mentor.page().keyboard().press(key);
	}

}
