package org.mentorprep.activity.dialogue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.mentorprep.activity.Dimension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BlindStrategyTests {

	private static final DialogueNode NODE = node(choice("praise", "Well done, you held the room well.", null),
			choice("ask", "Where did the room turn, do you think?", null),
			choice("say", "You lost them at 10.42.", null),
			choice("soften", "Perhaps it was just a bit of a bad day, so let us go on.", null));

	/** Nothing in these words tells the choices apart. */
	private static final DialogueNode PLAIN = node(choice("one", "Plan it.", null), choice("two", "Mark it.", null));

	@Test
	void chanceTakesAnyOption() {
		assertThat(picks(BlindStrategy.RANDOM, NODE)).containsExactly("praise", "ask", "say", "soften");
	}

	@Test
	void longestIsTheOptionWithMostCharacters() {
		assertThat(picks(BlindStrategy.LONGEST, NODE)).containsExactly("soften");
	}

	@Test
	void shortestIsTheOptionWithFewestCharacters() {
		assertThat(picks(BlindStrategy.SHORTEST, NODE)).containsExactly("say");
	}

	@Test
	void mostWordsNeedNotBeTheLongest() {
		DialogueNode node = node(choice("few", "Differentiation nevertheless misfired.", null),
				choice("many", "You do it as you do.", null));
		assertThat(picks(BlindStrategy.MOST_WORDS, node)).containsExactly("many");
		assertThat(picks(BlindStrategy.LONGEST, node)).containsExactly("few");
	}

	@Test
	void questionsAreTakenOrLeft() {
		assertThat(picks(BlindStrategy.ALWAYS_A_QUESTION, NODE)).containsExactly("ask");
		assertThat(picks(BlindStrategy.NEVER_A_QUESTION, NODE)).containsExactly("praise", "say", "soften");
	}

	@Test
	void warmestIsWhatOpensWithPraiseOrIsMarkedAsWarm() {
		assertThat(picks(BlindStrategy.WARMEST, NODE)).containsExactly("praise");
		DialogueNode marked = node(choice("cool", "Plan it.", null), choice("warm", "Come in.", "warm"));
		assertThat(picks(BlindStrategy.WARMEST, marked)).containsExactly("warm");
	}

	@Test
	void mostDirectIsWhatTheAuthorMarksSo() {
		DialogueNode marked = node(choice("plain", "Plan it.", null), choice("warm", "Come in.", "warm"),
				choice("direct", "Perhaps you should just stop.", "direct"));
		assertThat(picks(BlindStrategy.MOST_DIRECT, marked)).containsExactly("direct");
	}

	@Test
	void mostDirectIsWhatSoftensLeastWhereTheAuthorMarksNone() {
		DialogueNode node = node(choice("twice", "Perhaps it was a bit long.", null),
				choice("once", "It was a bit long.", null), choice("asks twice", "Maybe it was long?", null));
		assertThat(picks(BlindStrategy.MOST_DIRECT, node)).containsExactly("once");
	}

	@Test
	void firstAndLastGoByTheFile() {
		assertThat(picks(BlindStrategy.FIRST, NODE)).containsExactly("praise");
		assertThat(picks(BlindStrategy.LAST, NODE)).containsExactly("soften");
	}

	@Test
	void strategyThatCantTellOptionsApartTakesAnyOfThem() {
		for (BlindStrategy strategy : List.of(BlindStrategy.LONGEST, BlindStrategy.SHORTEST, BlindStrategy.MOST_WORDS,
				BlindStrategy.ALWAYS_A_QUESTION, BlindStrategy.NEVER_A_QUESTION, BlindStrategy.WARMEST,
				BlindStrategy.MOST_DIRECT)) {
			assertThat(picks(strategy, PLAIN)).as(strategy.way()).containsExactly("one", "two");
		}
	}

	@Test
	void scoreIsTheMeanOfWhatAStrategyCantTellApart() {
		// At the door 1, 1/2 and 0; then 1, 1/6 and 1/4.
		DialoguePaths paths = new DialoguePaths(Conversations.small());
		assertThat(BlindStrategy.RANDOM.expectedScore(paths)).isCloseTo((0.5 + 17.0 / 36) / 2, within(1e-12));
		assertThat(BlindStrategy.FIRST.expectedScore(paths)).isCloseTo(1, within(1e-12));
		// The last ones are the verdict and taking over.
		assertThat(BlindStrategy.LAST.expectedScore(paths)).isCloseTo(0.25 / 2, within(1e-12));
		// The longest are to reassure and the two of eight letters.
		assertThat(BlindStrategy.LONGEST.expectedScore(paths)).isCloseTo((0.5 + 1.25 / 2) / 2, within(1e-12));
	}

	@Test
	void everyStrategyHasWordsOfItsOwn() {
		assertThat(BlindStrategy.values()).extracting(BlindStrategy::way)
			.doesNotHaveDuplicates()
			.allSatisfy((words) -> assertThat(words).isNotBlank());
	}

	private static List<String> picks(BlindStrategy strategy, DialogueNode node) {
		return strategy.picks(node).stream().map(DialogueNode.Choice::id).toList();
	}

	private static DialogueNode node(DialogueNode.Choice... choices) {
		return new DialogueNode("node", List.of(), null, "?", List.of(choices));
	}

	private static DialogueNode.Choice choice(String id, String text, String tone) {
		return new DialogueNode.Choice(id, text, Map.of(Dimension.E, 1), 0, null, tone,
				new DialogueNode.Line("A", "Yes."), "", "", List.of(), Trust.Rule.always(Dialogue.END));
	}

}
