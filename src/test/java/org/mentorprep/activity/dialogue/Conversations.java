package org.mentorprep.activity.dialogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.mentorprep.activity.ActivityState;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.Dimension;
import org.mentorprep.activity.dialogue.DialogueNode.Choice;

/** Conversations to test with: one that is written out, and any number made by chance. */
final class Conversations {

	static final Trust TRUST = new Trust(0, -3, 3);

	private Conversations() {
	}

	/** Two decisions; the second depends on trust. */
	static Dialogue small() {
		DialogueNode door = new DialogueNode("door", List.of(new DialogueNode.Line("", "The lesson is over.")),
				"Write first.", "What do you say?",
				List.of(choice("moment", Map.of(Dimension.E, 3, Dimension.Q, 3), 1, null, byTrust("opens", "closes")),
						choice("reassure", Map.of(Dimension.E, 2, Dimension.Q, 1), 0, null, byTrust("opens", "closes")),
						choice("verdict", Map.of(Dimension.E, 0), -2, "judgementoring", byTrust("opens", "closes"))));
		DialogueNode opens = new DialogueNode("opens", List.of(new DialogueNode.Line("Amina", "I had no time.")), null,
				"What now?", finish());
		DialogueNode closes = new DialogueNode("closes", List.of(new DialogueNode.Line("Amina", "It's fine.")), null,
				"What now?", finish());
		return new Dialogue(Set.of(Dimension.E, Dimension.Q, Dimension.L, Dimension.M), Set.of(Dimension.E),
				Set.of("judgementoring"), TRUST, "door", Map.of("door", door, "opens", opens, "closes", closes),
				new Trust.Rule(List.of(new Trust.Case(2, null, "She told you."), new Trust.Case(0, null, "Polite.")),
						"She closed."));
	}

	private static List<Choice> finish() {
		return List.of(choice("rehearse", Map.of(Dimension.M, 3, Dimension.L, 2), 1, null, Trust.Rule.always("end")),
				choice("list", Map.of(Dimension.M, 1, Dimension.L, 0), -1, null, Trust.Rule.always("end")),
				choice("takeover", Map.of(Dimension.M, 0, Dimension.L, 1), 0, "taking_over", Trust.Rule.always("end")));
	}

	private static Trust.Rule byTrust(String open, String closed) {
		return new Trust.Rule(List.of(new Trust.Case(1, null, open)), closed);
	}

	static Choice choice(String id, Map<Dimension, Integer> score, int trust, String flag, Trust.Rule next) {
		return new Choice(id, "I say " + id + ".", score, trust, flag, null,
				new DialogueNode.Line("Amina", "To " + id + "."), "She looks up.", "You said " + id + ".",
				List.of("It works like this.", "Try that."), next);
	}

	/** A conversation made by chance, whose every way ends and whose best way earns 1. */
	static Dialogue random(Random random) {
		int size = 4 + random.nextInt(4);
		Map<String, DialogueNode> nodes = new HashMap<>();
		for (int i = 0; i < size; i++) {
			nodes.put("n" + i, node(i, size, random));
		}
		Trust.Rule endings = new Trust.Rule(List.of(new Trust.Case(1, null, "Open.")), "Closed.");
		return new Dialogue(Set.of(Dimension.values()), Set.of(), Set.of(), TRUST, "n0", nodes, endings);
	}

	private static DialogueNode node(int i, int size, Random random) {
		List<Choice> choices = new ArrayList<>();
		List<Dimension> dimensions = new ArrayList<>(List.of(Dimension.values()));
		Collections.shuffle(dimensions, random);
		dimensions = dimensions.subList(0, 1 + random.nextInt(3));
		int count = 2 + random.nextInt(3);
		for (int c = 0; c < count; c++) {
			Map<Dimension, Integer> score = new LinkedHashMap<>();
			for (Dimension dimension : dimensions) {
				if (c == 0 || random.nextBoolean()) {
					score.put(dimension, (c == 0) ? 3 : random.nextInt(4));
				}
			}
			choices.add(choice("c" + c, score, random.nextInt(5) - 2, null, next(i, size, random)));
		}
		Collections.shuffle(choices, random);
		String ownWords = random.nextBoolean() ? "Write first." : null;
		return new DialogueNode("n" + i, List.of(new DialogueNode.Line("", "Here " + i)), ownWords, "And now?",
				choices);
	}

	private static Trust.Rule next(int i, int size, Random random) {
		return new Trust.Rule(List.of(new Trust.Case(random.nextInt(3), null, later(i, size, random)),
				new Trust.Case(null, -random.nextInt(3), later(i, size, random))), later(i, size, random));
	}

	private static String later(int i, int size, Random random) {
		int to = i + 1 + random.nextInt(2);
		return (to < size) ? "n" + to : Dialogue.END;
	}

	static Answer choose(String id) {
		return new Answer(Map.of("choice", List.of(id)));
	}

	static Answer words(String text) {
		return new Answer(Map.of("words", List.of(text)));
	}

	/** Plays to the end, choosing by chance, and keeps the answers. */
	static List<Answer> wayBy(Dialogue dialogue, long seed, Random random) {
		List<Answer> answers = new ArrayList<>();
		ActivityState state = dialogue.begin(seed);
		while (!state.done()) {
			Answer answer = (state.step().orElseThrow() instanceof DialogueStep.Choose choose)
					? choose(choose.options().get(random.nextInt(choose.options().size())).id()) : words("mine");
			answers.add(answer);
			state = dialogue.next(state, answer);
		}
		return answers;
	}

}
