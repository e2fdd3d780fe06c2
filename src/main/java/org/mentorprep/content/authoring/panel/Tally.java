package org.mentorprep.content.authoring.panel;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.mentorprep.content.authoring.exercise.PanelQuestions.Choice;
import org.mentorprep.content.authoring.exercise.PanelQuestions.Rule;

/**
 * The answers to one item, counted, and what they mean.
 * <p>
 * <b>Agreement.</b> Answers on one side mean about the same. On a scale with a middle
 * that nobody can take ({@link Rule#NEAR}) at least 60 of 100 must be on one side. In all
 * else more than 60 must, for 40 of 100 elsewhere are a reason to rewrite.
 * <p>
 * <b>The key</b> must be the most frequent answer, or one of them, and on that side.
 * <p>
 * <b>What gives itself away</b> to 40 of 100 is rewritten, whatever they answered.
 *
 * @param answers how many gave each answer, in the order of the answers
 * @param panel how many answered
 * @param givesAway to how many of them it gives itself away
 */
public record Tally(String item, String text, String key, Map<String, Integer> answers, int panel, int givesAway,
		Verdict verdict) {

	/** The fewest who make a panel. */
	public static final int PANEL = 5;

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
	public List<String> mode() {
		int most = this.answers.values().stream().mapToInt(Integer::intValue).max().orElse(0);
		return (most == 0) ? List.of()
				: this.answers.entrySet()
					.stream()
					.filter((answer) -> answer.getValue() == most)
					.map(Map.Entry::getKey)
					.toList();
	}

	private static Verdict verdict(String key, Rule rule, List<Choice> choices, Map<String, Integer> answers, int panel,
			int givesAway) {
		if (panel < PANEL) {
			return Verdict.TOO_FEW;
		}
		Map<Integer, Integer> sides = new LinkedHashMap<>();
		choices.forEach((choice) -> sides.merge(choice.side(), answers.getOrDefault(choice.word(), 0), Integer::sum));
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
