package org.mentorprep.pack.kind;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import org.mentorprep.activity.Dimension;
import org.mentorprep.activity.dialogue.BlindStrategy;
import org.mentorprep.activity.dialogue.Dialogue;
import org.mentorprep.activity.dialogue.DialogueMarking;
import org.mentorprep.activity.dialogue.DialogueNode;
import org.mentorprep.activity.dialogue.DialoguePaths;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/**
 * Checks what a conversation measures: that all ways end and are worth going, and that
 * nobody passes it without having understood anything.
 */
class DialogueMeaning {

	private static final int FEWEST_DECISIONS = 4;

	private static final int MOST_DECISIONS = 8;

	private static final double RANDOM_AT_MOST = 0.5;

	private final YamlFile file;

	private final Dialogue dialogue;

	private final Problems problems;

	DialogueMeaning(YamlFile file, Dialogue dialogue, Problems problems) {
		this.file = file;
		this.dialogue = dialogue;
		this.problems = problems;
	}

	/**
	 * @param passMark points of 100 that no blind strategy may reach
	 */
	void check(int passMark) {
		this.file.tree().path("nodes").propertyNames().forEach((id) -> {
			DialogueNode node = this.dialogue.node(id);
			lengths(node);
			if (DialogueMarking.discriminating(node).isEmpty()) {
				this.problems.add(this.file, "/nodes/" + id + "/choices",
						"All options of " + id + " score the same, so it marks nothing.");
			}
		});
		DialoguePaths paths = new DialoguePaths(this.dialogue);
		for (String id : this.dialogue.nodes().keySet()) {
			if (!paths.reached().contains(id)) {
				this.problems.add(this.file, "/nodes/" + id,
						"No way leads to the node " + id + ", whatever trust becomes.");
			}
		}
		discriminates();
		slips();
		if (paths.endless().isPresent()) {
			String id = paths.endless().get();
			this.problems.add(this.file, "/nodes/" + id,
					"A conversation can come back to " + id + " again and again and never end.");
			return;
		}
		caps();
		decisions(paths);
		critical(paths);
		strategies(paths, passMark);
	}

	private void caps() {
		JsonNode caps = this.file.tree().path("caps");
		for (int i = 0; i < caps.size(); i++) {
			cap("/caps/" + i, caps.path(i).asString());
		}
	}

	/** What holds a pass back must occur, and must not be the best thing to say. */
	private void cap(String at, String flag) {
		Collection<DialogueNode> nodes = this.dialogue.nodes().values();
		if (nodes.stream().flatMap((node) -> node.choices().stream()).noneMatch((one) -> flag.equals(one.flag()))) {
			this.problems.add(this.file, at, "No option is flagged " + flag + ", so nothing is held back by it.");
		}
		nodes.forEach((node) -> best(node).filter((choice) -> flag.equals(choice.flag()))
			.forEach((choice) -> this.problems.add(this.file, at, "The option " + choice.id() + " of " + node.id()
					+ " is flagged " + flag + ", which holds a pass back, and is the best there is.")));
	}

	private void lengths(DialogueNode node) {
		GuessingCheck.checkLengths(node.choices().stream().map(DialogueNode.Choice::id).toList(),
				node.choices().stream().map(DialogueNode.Choice::text).toList(), node.id(),
				(i, sentence) -> this.problems.add(this.file, "/nodes/" + node.id() + "/choices/" + i + "/text",
						sentence));
	}

	private void discriminates() {
		for (Dimension dimension : this.dialogue.dimensions()) {
			long nodes = this.dialogue.nodes()
				.values()
				.stream()
				.filter((node) -> DialogueMarking.discriminating(node).contains(dimension))
				.count();
			if (nodes < 2) {
				this.problems.add(this.file, "/dimensions", "The dimension " + dimension + " tells options apart in "
						+ nodes + " of the nodes and should in at least 2.");
			}
		}
	}

	private void decisions(DialoguePaths paths) {
		if (paths.shortest() < FEWEST_DECISIONS) {
			this.problems.add(this.file, "/nodes", "The shortest way has " + paths.shortest()
					+ " decisions and should have at least " + FEWEST_DECISIONS + ".");
		}
		if (paths.longest() > MOST_DECISIONS) {
			this.problems.add(this.file, "/nodes", "The longest way has " + paths.longest()
					+ " decisions and should have at most " + MOST_DECISIONS + ".");
		}
		if (paths.longest() > 2 * paths.shortest()) {
			this.problems.add(this.file, "/nodes", "The longest way has " + paths.longest()
					+ " decisions, more than twice as many as the shortest," + " which has " + paths.shortest() + ".");
		}
	}

	/**
	 * Both ways to go wrong: handing down a verdict, and not saying what has to be said.
	 */
	private void slips() {
		for (String flag : List.of("judgementoring", "evasion")) {
			boolean found = this.dialogue.nodes()
				.values()
				.stream()
				.anyMatch((node) -> node.choices()
					.stream()
					.anyMatch((choice) -> flag.equals(choice.flag())
							&& DialogueMarking.credit(node, choice) < 1 - GuessingCheck.ROUNDING));
			if (!found) {
				this.problems.add(this.file, "/nodes",
						"No wrong option is flagged " + flag + "; a conversation needs at least one.");
			}
		}
	}

	private void critical(DialoguePaths paths) {
		for (Dimension dimension : this.dialogue.critical()) {
			if (paths.fewest(dimension) == 0) {
				this.problems.add(this.file, "/critical",
						"On some way nothing is decided on the critical dimension " + dimension + ".");
			}
		}
	}

	private void strategies(DialoguePaths paths, int passMark) {
		double best = paths.bestScore();
		if (best < 1 - GuessingCheck.ROUNDING) {
			this.problems.add(this.file, "/nodes",
					"The best way earns " + GuessingCheck.percent(best) + " of 100 and should earn 100"
							+ weakest().stream()
								.findFirst()
								.map((id) -> "; " + id + " has no option with full marks")
								.orElse("")
							+ ".");
		}
		GuessingCheck.checkBlind(this.file, "/nodes", this.dialogue.strategies(), passMark, this.problems);
		double chance = BlindStrategy.RANDOM.expectedScore(paths);
		if (chance > RANDOM_AT_MOST + GuessingCheck.ROUNDING && !GuessingCheck.passes(chance, passMark)) {
			this.problems.add(this.file, "/nodes", "Answering by chance earns " + GuessingCheck.percent(chance)
					+ " of 100 and should earn at most 50.");
		}
	}

	/** Nodes in which no option is best in everything, in the order of the file. */
	private List<String> weakest() {
		return this.file.tree()
			.path("nodes")
			.propertyStream()
			.map((node) -> node.getKey())
			.filter((id) -> best(this.dialogue.node(id)).findAny().isEmpty())
			.toList();
	}

	/** The options that are best in everything their node looks at. */
	private static Stream<DialogueNode.Choice> best(DialogueNode node) {
		Set<Dimension> dimensions = DialogueMarking.discriminating(node);
		return node.choices().stream().filter((choice) -> dimensions.stream().allMatch((dimension) -> {
			int score = choice.score().getOrDefault(dimension, 0);
			return node.choices().stream().allMatch((other) -> other.score().getOrDefault(dimension, 0) <= score);
		}));
	}

}
