package org.mentorprep.journeys;

import java.util.List;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;

/** What axe finds on a page. */
public final class Axe {

	private Axe() {
	}

	/** Looks through frames, too. */
	static List<String> violations(Page page) {
		return found(new AxeBuilder(page).options(violationsOnly()));
	}

	/**
	 * Looks at a page without frames: then axe needs no second page to look from.
	 * @param rules none: all of them
	 */
	public static List<String> violationsWithoutFrames(Page page, String... rules) {
		AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true).options(violationsOnly());
		return found((rules.length > 0) ? axe.withRules(List.of(rules)) : axe);
	}

	/** What is as it should be need not be described: that takes longer than looking. */
	private static AxeRunOptions violationsOnly() {
		AxeRunOptions options = new AxeRunOptions();
		options.setResultTypes(List.of("violations"));
		return options;
	}

	private static List<String> found(AxeBuilder axe) {
		return axe.analyze().getViolations().stream().map(Axe::described).toList();
	}

	private static String described(Rule rule) {
		return rule.getId() + ": " + rule.getNodes().stream().map((node) -> node.getTarget() + "").toList();
	}

}
