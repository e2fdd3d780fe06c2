package org.mentorprep.author;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.mentorprep.author.ResultsReader.PanelAnswer;
import org.mentorprep.pack.kind.PanelQuestions.Choice;
import org.mentorprep.pack.kind.PanelQuestions.Pair;
import org.mentorprep.pack.kind.PanelQuestions.Rule;

/**
 * The answers of a panel to one exercise: every item counted, and whether its key holds.
 * In an order, each pair that the authors put in order is one item.
 */
record PanelResult(PanelSheet sheet, List<Tally> tallies) {

	private static final String PILOTED = "piloted";

	private static final String BEFORE = "before";

	private static final String AFTER = "after";

	private static final List<Choice> ORDERS = List.of(Choice.spoken(BEFORE, "", 0), Choice.spoken(AFTER, "", 1));

	PanelResult {
		tallies = List.copyOf(tallies);
	}

	/**
	 * @param answers to any exercise
	 */
	static PanelResult of(PanelSheet sheet, List<PanelAnswer> answers) {
		Map<String, Map<String, PanelAnswer>> byItem = new LinkedHashMap<>();
		sheet.items().forEach((item) -> byItem.put(item.code(), new LinkedHashMap<>()));
		answers.stream()
			.filter((answer) -> answer.exercise().equals(sheet.id()))
			.forEach((answer) -> byItem.getOrDefault(answer.item(), new LinkedHashMap<>())
				.put(answer.panelist(), answer));
		List<Tally> tallies = new ArrayList<>();
		if (sheet.places()) {
			sheet.questions().pairs().forEach((pair) -> tallies.add(pair(sheet, pair, byItem)));
		}
		else {
			sheet.items().forEach((item) -> tallies.add(item(sheet, item, byItem.getOrDefault(item.code(), Map.of()))));
		}
		return new PanelResult(sheet, tallies);
	}

	/** How many have judged every item. */
	int panel() {
		return this.tallies.stream().mapToInt(Tally::panel).min().orElse(0);
	}

	/** Whether the panel was large enough and agrees with all of the key. */
	boolean agreed() {
		return !this.tallies.isEmpty() && this.tallies.stream().allMatch((tally) -> tally.verdict() == Verdict.AGREES);
	}

	/** Whether the key may be called reviewed. */
	boolean borneOut() {
		return agreed() && !this.sheet.status().equals(PILOTED);
	}

	/**
	 * The status of the key that follows. A piloted key stays so: that says more than a
	 * review.
	 */
	String status() {
		if (!agreed()) {
			return "draft";
		}
		return borneOut() ? "reviewed" : PILOTED;
	}

	/** Why the key is draft, each reason once. */
	List<Verdict> reasons() {
		return this.tallies.stream()
			.map(Tally::verdict)
			.filter((verdict) -> verdict != Verdict.AGREES)
			.distinct()
			.sorted()
			.toList();
	}

	/** Whether somebody has answered it. */
	boolean answered() {
		return this.tallies.stream().anyMatch((tally) -> tally.panel() > 0);
	}

	private static Tally item(PanelSheet sheet, PanelSheet.Item item, Map<String, PanelAnswer> answers) {
		return Tally.of(item.code(), item.thing().text(), item.thing().key(), sheet.questions().rule(),
				sheet.questions().choices(), answers.values().stream().map(PanelAnswer::answer).toList(),
				givesAway(answers, answers.keySet()));
	}

	private static Tally pair(PanelSheet sheet, Pair pair, Map<String, Map<String, PanelAnswer>> byItem) {
		PanelSheet.Item first = sheet.thing(pair.first());
		PanelSheet.Item then = sheet.thing(pair.then());
		Map<String, PanelAnswer> here = byItem.getOrDefault(first.code(), Map.of());
		Map<String, PanelAnswer> there = byItem.getOrDefault(then.code(), Map.of());
		List<String> both = here.keySet().stream().filter(there::containsKey).toList();
		List<String> orders = both.stream()
			.map((panelist) -> (place(here, panelist) < place(there, panelist)) ? BEFORE : AFTER)
			.toList();
		return Tally.of(first.code() + " " + then.code(), first.thing().text() + " → " + then.thing().text(), BEFORE,
				sheet.questions().rule(), ORDERS, orders,
				Math.max(givesAway(here, Set.copyOf(both)), givesAway(there, Set.copyOf(both))));
	}

	private static int place(Map<String, PanelAnswer> answers, String panelist) {
		PanelAnswer answer = answers.get(panelist);
		return (answer != null) ? Integer.parseInt(answer.answer()) : 0;
	}

	private static int givesAway(Map<String, PanelAnswer> answers, Set<String> panelists) {
		return (int) answers.values()
			.stream()
			.filter((answer) -> panelists.contains(answer.panelist()) && answer.givesAway())
			.count();
	}

	/**
	 * The answers to one item, counted, and what they mean.
	 * <p>
	 * <b>Agreement.</b> Answers on one side mean about the same. On a scale with a middle
	 * that nobody can take ({@link Rule#NEAR}) at least 60 of 100 must be on one side. In
	 * all else more than 60 must, for 40 of 100 elsewhere are a reason to rewrite.
	 * <p>
	 * <b>The key</b> must be the most frequent answer, or one of them, and on that side.
	 * <p>
	 * <b>What gives itself away</b> to 40 of 100 is rewritten, whatever they answered.
	 *
	 * @param answers how many gave each answer, in the order of the answers
	 * @param panel how many answered
	 * @param givesAway to how many of them it gives itself away
	 */
	record Tally(String item, String text, String key, Map<String, Integer> answers, int panel, int givesAway,
			Verdict verdict) {

		/** The fewest who make a panel. */
		static final int PANEL = 5;

		private static final int AGREEMENT = 60;

		private static final int DISAGREEMENT = 40;

		static Tally of(String item, String text, String key, Rule rule, List<Choice> choices, Collection<String> given,
				int givesAway) {
			Map<String, Integer> answers = new LinkedHashMap<>();
			choices.forEach((choice) -> answers.put(choice.word(), 0));
			given.forEach((answer) -> answers.merge(answer, 1, Integer::sum));
			return new Tally(item, text, key, answers, given.size(), givesAway,
					verdict(key, rule, choices, answers, given.size(), givesAway));
		}

		/** The most frequent answers; none if nobody answered. */
		List<String> mode() {
			int most = this.answers.values().stream().mapToInt(Integer::intValue).max().orElse(0);
			return (most == 0) ? List.of()
					: this.answers.entrySet()
						.stream()
						.filter((answer) -> answer.getValue() == most)
						.map(Map.Entry::getKey)
						.toList();
		}

		private static Verdict verdict(String key, Rule rule, List<Choice> choices, Map<String, Integer> answers,
				int panel, int givesAway) {
			if (panel < PANEL) {
				return Verdict.TOO_FEW;
			}
			Map<Integer, Integer> sides = new LinkedHashMap<>();
			choices
				.forEach((choice) -> sides.merge(choice.side(), answers.getOrDefault(choice.word(), 0), Integer::sum));
			int together = sides.values().stream().mapToInt(Integer::intValue).max().orElse(0);
			int needed = AGREEMENT * panel;
			if ((rule == Rule.NEAR) ? 100 * together < needed : 100 * together <= needed) {
				return Verdict.NO_AGREEMENT;
			}
			int most = answers.values().stream().mapToInt(Integer::intValue).max().orElse(0);
			boolean side = choices.stream()
				.anyMatch((choice) -> choice.word().equals(key) && sides.getOrDefault(choice.side(), 0) == together);
			if (!side || answers.getOrDefault(key, 0) < most) {
				return Verdict.OTHER_KEY;
			}
			return (100 * givesAway >= DISAGREEMENT * panel) ? Verdict.GIVES_ITSELF_AWAY : Verdict.AGREES;
		}

	}

	/** What the answers of a panel mean for one item. */
	enum Verdict {

		AGREES("agrees with the key"),

		TOO_FEW("answered by fewer than five"),

		NO_AGREEMENT("the panel does not agree: rewrite it or leave it out"),

		OTHER_KEY("the panel disagrees with the key: change the key or rewrite it"),

		GIVES_ITSELF_AWAY("it gives itself away: rewrite it");

		private final String words;

		Verdict(String words) {
			this.words = words;
		}

		/** For authors. */
		String words() {
			return this.words;
		}

		/** For programs. */
		String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
