package org.mentorprep.activity.dialogue;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Ways to answer without having understood anything. If one of them would pass, an
 * exercise marks something other than what it says; the check of content plays them all.
 */
public enum BlindStrategy {

	RANDOM("any option") {
		@Override
		List<DialogueNode.Choice> picks(DialogueNode node) {
			return node.choices();
		}
	},
	LONGEST("always the longest option") {
		@Override
		List<DialogueNode.Choice> picks(DialogueNode node) {
			return highest(node, (choice) -> choice.text().length());
		}
	},
	SHORTEST("always the shortest option") {
		@Override
		List<DialogueNode.Choice> picks(DialogueNode node) {
			return highest(node, (choice) -> -choice.text().length());
		}
	},
	MOST_WORDS("always the option with the most words") {
		@Override
		List<DialogueNode.Choice> picks(DialogueNode node) {
			return highest(node, (choice) -> choice.text().strip().split("\\s+").length);
		}
	},
	ALWAYS_A_QUESTION("always a question") {
		@Override
		List<DialogueNode.Choice> picks(DialogueNode node) {
			return orAll(node, node.choices().stream().filter((choice) -> Wording.asks(choice.text())));
		}
	},
	NEVER_A_QUESTION("never a question") {
		@Override
		List<DialogueNode.Choice> picks(DialogueNode node) {
			return orAll(node, node.choices().stream().filter((choice) -> !Wording.asks(choice.text())));
		}
	},
	WARMEST("always the option that opens with praise or reassurance") {
		@Override
		List<DialogueNode.Choice> picks(DialogueNode node) {
			return orAll(node, node.choices().stream().filter(Wording::opensWarmly));
		}
	},
	MOST_DIRECT("always the most direct option") {
		@Override
		List<DialogueNode.Choice> picks(DialogueNode node) {
			List<DialogueNode.Choice> marked = node.choices().stream().filter(Wording::markedDirect).toList();
			return marked.isEmpty() ? highest(node, (choice) -> -Wording.hedges(choice)) : marked;
		}
	},
	FIRST("always the first option of the file") {
		@Override
		List<DialogueNode.Choice> picks(DialogueNode node) {
			return node.choices().subList(0, 1);
		}
	},
	LAST("always the last option of the file") {
		@Override
		List<DialogueNode.Choice> picks(DialogueNode node) {
			return node.choices().subList(node.choices().size() - 1, node.choices().size());
		}
	};

	private final String way;

	BlindStrategy(String way) {
		this.way = way;
	}

	/** The options that it can't tell apart at a node; never none. */
	abstract List<DialogueNode.Choice> picks(DialogueNode node);

	/**
	 * Its expected score, exactly: at each node every option that it can't tell apart is
	 * as likely as the other.
	 */
	public double expectedScore(DialoguePaths paths) {
		return paths.expectedScore(this::picks);
	}

	/** What it does, for authors. */
	public String way() {
		return this.way;
	}

	private static List<DialogueNode.Choice> highest(DialogueNode node, ToIntFunction<DialogueNode.Choice> measure) {
		int highest = node.choices().stream().mapToInt(measure).max().orElseThrow();
		return node.choices().stream().filter((choice) -> measure.applyAsInt(choice) == highest).toList();
	}

	private static List<DialogueNode.Choice> orAll(DialogueNode node, Stream<DialogueNode.Choice> some) {
		List<DialogueNode.Choice> found = some.toList();
		return found.isEmpty() ? node.choices() : found;
	}

}
