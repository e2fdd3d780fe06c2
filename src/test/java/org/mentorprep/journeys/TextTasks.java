package org.mentorprep.journeys;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;

import org.mentorprep.activity.highlight.Highlight;
import org.mentorprep.activity.rewrite.Rewrite;
import org.mentorprep.activity.rewrite.Rewrite.Criterion;

/**
 * Works the transcript and the remark of the shipped module as their authors would, from
 * field to field by the keyboard alone.
 */
final class TextTasks {

	private static final String WORDS = "Four burners were alight on Thursday before you had given the word. From Monday"
			+ " nothing is lit before that. Shall we go through the start in period one?";

	private static final int MOST_TABS = 120;

	private final BrowsingMentor mentor;

	TextTasks(BrowsingMentor mentor) {
		this.mentor = mentor;
	}

	/** Each from the list of tasks to its debrief; ends on the module. */
	BrowsingMentor work() {
		starts("Read your own debrief");
		fills(transcript());
		this.mentor.hasNoAxeViolations();
		passes();
		starts("The Friday message");
		fills(Map.of("words", (keyboard) -> keyboard.type(WORDS)));
		for (int sample = 0; sample < 2; sample++) {
			fills(marks(sample));
			this.mentor.hasNoAxeViolations();
			follows("main .actions a.btn-primary");
		}
		this.mentor.shows("A stronger version").hasNoAxeViolations();
		fills(Map.of());
		this.mentor.shows("Judge your own text").hasNoAxeViolations();
		fills(marks(0));
		return this.mentor.sees("Debrief").shows("Passed.").hasNoAxeViolations().follows("Judgementoring");
	}

	private void starts(String task) {
		Locator button = this.mentor.tool()
			.locator(".rows > li", new Locator.LocatorOptions().setHasText(task))
			.locator("button");
		button.focus();
		this.mentor.page().keyboard().press("Enter");
		this.mentor.atWork();
	}

	private void passes() {
		follows("main .actions a.btn-primary");
		this.mentor.sees("Debrief").shows("Passed.").follows("Judgementoring");
	}

	/** The ticks of the lines to be found, and the first letters of their kinds. */
	private Map<String, Consumer<Keyboard>> transcript() {
		Highlight highlight = AuthorsKey.titled(this.mentor.title(), Highlight.class);
		Map<String, Consumer<Keyboard>> keys = new HashMap<>();
		for (Highlight.Label label : highlight.labels()) {
			for (Highlight.Line line : highlight.lines()) {
				if (label.id().equals(line.label())) {
					int place = highlight.lines().indexOf(line) + 1;
					keys.put("line-" + place, (keyboard) -> keyboard.press("Space"));
					keys.put("kind-" + place, (keyboard) -> keyboard.type(label.name().substring(0, 2)));
				}
			}
		}
		return keys;
	}

	/** The panel's mark for each criterion, by arrows from the first on. */
	private Map<String, Consumer<Keyboard>> marks(int sample) {
		Rewrite rewrite = AuthorsKey.titled(this.mentor.title(), Rewrite.class);
		Map<String, Consumer<Keyboard>> keys = new HashMap<>();
		for (Criterion criterion : rewrite.criteria()) {
			int steps = rewrite.training().get(sample).panel().get(criterion.id()).ordinal();
			keys.put("criterion-" + (rewrite.criteria().indexOf(criterion) + 1), (keyboard) -> {
				keyboard.press("Space");
				for (int step = 0; step < steps; step++) {
					keyboard.press("ArrowDown");
				}
			});
		}
		return keys;
	}

	/**
	 * Goes from field to field to the button, and presses it.
	 * @param keys what to press at a field, by its name
	 */
	private void fills(Map<String, Consumer<Keyboard>> keys) {
		Map<String, Consumer<Keyboard>> left = new HashMap<>(keys);
		enters("form.task .btn-primary", () -> {
			Locator field = this.mentor.tool().locator(":is(input, select, textarea):focus");
			Consumer<Keyboard> press = (field.count() > 0) ? left.remove(field.getAttribute("name")) : null;
			if (press != null) {
				press.accept(this.mentor.page().keyboard());
			}
		});
	}

	private void follows(String link) {
		enters(link, () -> {
		});
	}

	/**
	 * @param each what to do wherever the Tab key leads on the way
	 */
	private void enters(String target, Runnable each) {
		this.mentor.tool().locator(target).waitFor();
		for (int tab = 0; tab < MOST_TABS; tab++) {
			this.mentor.page().keyboard().press("Tab");
			each.run();
			if (this.mentor.tool().locator(target + ":focus").count() > 0) {
				this.mentor.page().keyboard().press("Enter");
				return;
			}
		}
		throw new AssertionError("The keyboard does not reach " + target);
	}

}
