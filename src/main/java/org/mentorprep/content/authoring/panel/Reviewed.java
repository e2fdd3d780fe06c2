package org.mentorprep.content.authoring.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.mentorprep.content.authoring.exercise.PanelQuestions.Choice;
import org.mentorprep.content.authoring.exercise.PanelQuestions.Pair;

/**
 * An exercise after the review: every item counted, and whether its key holds. Of an
 * order, each pair that the authors put in order is one item.
 */
public record Reviewed(PanelSheet sheet, List<Tally> tallies) {

	private static final String PILOTED = "piloted";

	private static final String BEFORE = "before";

	private static final String AFTER = "after";

	private static final List<Choice> ORDERS = List.of(Choice.spoken(BEFORE, "", 0), Choice.spoken(AFTER, "", 1));

	public Reviewed {
		tallies = List.copyOf(tallies);
	}

	/**
	 * @param answers to any exercise
	 */
	public static Reviewed of(PanelSheet sheet, List<PanelAnswer> answers) {
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
		return new Reviewed(sheet, tallies);
	}

	/** How many have judged every item. */
	public int panel() {
		return this.tallies.stream().mapToInt(Tally::panel).min().orElse(0);
	}

	/** Whether the panel was large enough and agrees with all of the key. */
	public boolean agreed() {
		return !this.tallies.isEmpty() && this.tallies.stream().allMatch((tally) -> tally.verdict() == Verdict.AGREES);
	}

	/** Whether the panel bears out that the file calls the key reviewed. */
	public boolean borneOut() {
		return agreed() && !this.sheet.status().equals(PILOTED);
	}

	/**
	 * The status of the key that follows; what mentors have tried is more than a panel.
	 */
	public String status() {
		if (!agreed()) {
			return "draft";
		}
		return borneOut() ? "reviewed" : PILOTED;
	}

	/** Why the key is draft, each reason once. */
	public List<Verdict> reasons() {
		return this.tallies.stream()
			.map(Tally::verdict)
			.filter((verdict) -> verdict != Verdict.AGREES)
			.distinct()
			.sorted()
			.toList();
	}

	/** Whether anybody said anything of it. */
	public boolean answered() {
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

}
