package org.mentorprep.pack.kind;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.mentorprep.activity.Dimension;
import org.mentorprep.activity.dialogue.Dialogue;
import org.mentorprep.activity.dialogue.DialogueNode;
import org.mentorprep.activity.dialogue.DialogueMarking;
import org.mentorprep.activity.dialogue.Trust;
import org.mentorprep.activity.dialogue.Wording;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/** Says what makes a conversation better, without stopping it. */
class DialogueAdvice {

	private static final int FEWEST_OPTIONS = 3;

	private static final int MOST_OPTIONS = 4;

	private static final int MOST_DIMENSIONS = 3;

	private static final Pattern ANOTHER_TIME = Pattern.compile(
			"\\b(when|if|once|later|earlier|had (she|he|they|you)|would (be|have been) right|another time)\\b",
			Pattern.CASE_INSENSITIVE);

	private final YamlFile file;

	private final Dialogue dialogue;

	private final Problems problems;

	DialogueAdvice(YamlFile file, Dialogue dialogue, Problems problems) {
		this.file = file;
		this.dialogue = dialogue;
		this.problems = problems;
	}

	void give() {
		boolean english = this.file.text("lang").startsWith("en");
		this.file.tree().path("nodes").propertyNames().forEach((id) -> {
			DialogueNode node = this.dialogue.node(id);
			options(node);
			padding(node);
			if (english) {
				praise(node);
			}
			for (int i = 0; i < node.choices().size(); i++) {
				effect(node, i);
			}
		});
		if (english && partials().noneMatch((feedback) -> ANOTHER_TIME.matcher(feedback).find())) {
			this.problems.warn(this.file, "/nodes",
					"No feedback on a partly right option says when it would have been right.");
		}
		replies();
		if (!trustMatters()) {
			this.problems.warn(this.file, "/state/trust",
					"Trust decides nothing: every way and every ending is the same whatever it becomes.");
		}
	}

	/** Somebody who says the same whatever they hear teaches nothing. */
	private void replies() {
		Map<String, String> first = new HashMap<>();
		this.file.tree().path("nodes").propertyNames().forEach((id) -> {
			List<DialogueNode.Choice> choices = this.dialogue.node(id).choices();
			for (int i = 0; i < choices.size(); i++) {
				DialogueNode.Choice choice = choices.get(i);
				String place = choice.id() + " of " + id;
				String other = first.putIfAbsent(choice.reply().text().toLowerCase(Locale.ROOT), place);
				if (other != null) {
					this.problems.warn(this.file, "/nodes/" + id + "/choices/" + i + "/reply", "The reply to " + place
							+ " is word for word the reply to " + other + "; each should answer what was said.");
				}
			}
		});
	}

	private void options(DialogueNode node) {
		int options = node.choices().size();
		if (options < FEWEST_OPTIONS || options > MOST_OPTIONS) {
			this.problems.warn(this.file, "/nodes/" + node.id() + "/choices",
					"The node " + node.id() + " has " + options + " options; three or four are best.");
		}
		for (int i = 0; i < options; i++) {
			int scored = node.choices().get(i).score().size();
			if (scored > MOST_DIMENSIONS) {
				this.problems.warn(this.file, "/nodes/" + node.id() + "/choices/" + i + "/score", "The option "
						+ node.choices().get(i).id() + " scores " + scored + " dimensions; one to three are best.");
			}
		}
	}

	private void padding(DialogueNode node) {
		Set<Dimension> scored = new TreeSet<>();
		node.choices().forEach((choice) -> scored.addAll(choice.score().keySet()));
		scored.removeAll(DialogueMarking.discriminating(node));
		if (!scored.isEmpty()) {
			this.problems.warn(this.file, "/nodes/" + node.id() + "/choices", "All options of " + node.id()
					+ " score the same in " + scored.iterator().next() + "; leave it out there.");
		}
	}

	private void praise(DialogueNode node) {
		List<Integer> praising = IntStream.range(0, node.choices().size())
			.filter((i) -> Wording.opensWithPraise(node.choices().get(i)))
			.boxed()
			.toList();
		if (praising.size() == 1) {
			this.problems.warn(this.file, "/nodes/" + node.id() + "/choices/" + praising.get(0) + "/text",
					"Only the option " + node.choices().get(praising.get(0)).id()
							+ " opens with praise; let two do so, or none.");
		}
	}

	private void effect(DialogueNode node, int choice) {
		int sentences = new Readability(node.choices().get(choice).feedback().get(0),
				Locale.forLanguageTag(this.file.text("lang")))
			.sentences()
			.size();
		if (sentences < 2 || sentences > 3) {
			this.problems.warn(this.file, "/nodes/" + node.id() + "/choices/" + choice + "/feedback",
					"The effect is told in " + sentences + ((sentences == 1) ? " sentence" : " sentences")
							+ "; two or three are best.");
		}
	}

	private Stream<String> partials() {
		return this.dialogue.nodes()
			.values()
			.stream()
			.flatMap((node) -> node.choices().stream().filter((choice) -> DialogueKind.option(node, choice).partial()))
			.map((choice) -> String.join(" ", choice.feedback()));
	}

	private boolean trustMatters() {
		List<DialogueNode.Choice> choices = this.dialogue.nodes()
			.values()
			.stream()
			.flatMap((node) -> node.choices().stream())
			.toList();
		return choices.stream().anyMatch((choice) -> choice.trust() != 0)
				&& (depends(this.dialogue.endings()) || choices.stream().anyMatch((choice) -> depends(choice.next())));
	}

	private boolean depends(Trust.Rule rule) {
		Trust trust = this.dialogue.trust();
		return IntStream.rangeClosed(trust.min(), trust.max()).mapToObj(rule::at).distinct().count() > 1;
	}

}
