package org.mentorprep.pack.kind;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.mentorprep.activity.dialogue.Dialogue;
import org.mentorprep.activity.dialogue.DialogueNode;
import org.mentorprep.activity.dialogue.DialoguePaths;
import org.mentorprep.pack.kind.Options.Option;

/**
 * Asks a panel about each decision of a conversation, in the order in which one can come
 * to them. What they say of an option is held against the word above its feedback.
 */
class DialoguePanel {

	private static final String BEST = "best";

	private static final String PARTLY = "partly";

	private static final String NOT_HERE = "not-here";

	private final Dialogue dialogue;

	DialoguePanel(Dialogue dialogue) {
		this.dialogue = dialogue;
	}

	/** An option is the best or it is not; between the two others the mode decides. */
	PanelQuestions questions() {
		List<PanelQuestions.Choice> choices = List.of(
				PanelQuestions.Choice.spoken(BEST, "activity.panel.answer.best", 0),
				PanelQuestions.Choice.spoken(PARTLY, "activity.panel.answer.partly", 1),
				PanelQuestions.Choice.spoken(NOT_HERE, "activity.panel.answer.not-here", 1));
		return new PanelQuestions(PanelQuestions.Rule.CLEAR, List.of(), choices,
				decisions().stream().map(DialoguePanel::part).toList(), List.of());
	}

	private List<DialogueNode> decisions() {
		Set<String> met = new LinkedHashSet<>(List.of(this.dialogue.start(), Dialogue.END));
		Deque<String> toVisit = new ArrayDeque<>(List.of(this.dialogue.start()));
		List<DialogueNode> decisions = new ArrayList<>();
		while (!toVisit.isEmpty()) {
			DialogueNode node = this.dialogue.node(toVisit.remove());
			decisions.add(node);
			node.choices()
				.stream()
				.flatMap((choice) -> choice.next().outcomes())
				.filter(met::add)
				.forEach(toVisit::add);
		}
		return decisions;
	}

	private static PanelQuestions.Part part(DialogueNode node) {
		return new PanelQuestions.Part(
				node.say().stream().map((line) -> new PanelQuestions.Line(line.speaker(), line.text())).toList(),
				node.ask(),
				node.choices()
					.stream()
					.map((choice) -> new PanelQuestions.Thing(node.id() + " " + choice.id(), choice.text(),
							key(new Option(choice.text(), DialoguePaths.credit(node, choice)))))
					.toList(),
				false);
	}

	private static String key(Option option) {
		if (option.best()) {
			return BEST;
		}
		return option.partial() ? PARTLY : NOT_HERE;
	}

}
