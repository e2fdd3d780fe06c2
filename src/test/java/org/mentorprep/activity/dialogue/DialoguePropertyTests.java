package org.mentorprep.activity.dialogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.mentorprep.activity.ActivityState;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.Mark;
import org.mentorprep.activity.dialogue.DialogueNode.Choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DialoguePropertyTests {

	@Provide
	Arbitrary<Dialogue> dialogues() {
		return Arbitraries.randomValue(Conversations::random);
	}

	@Property
	void scoreLiesBetweenNothingAndAll(@ForAll("dialogues") Dialogue dialogue, @ForAll long seed) {
		assertThat(played(dialogue, seed).score()).isBetween(0.0, 1.0);
	}

	@Property
	void bestWayEarnsAll(@ForAll("dialogues") Dialogue dialogue) {
		assertThat(new DialoguePaths(dialogue).bestScore()).isCloseTo(1, within(1e-9));
	}

	@Property
	void answersReplayToTheSameStepByStep(@ForAll("dialogues") Dialogue dialogue, @ForAll long seed) {
		List<Answer> way = Conversations.wayBy(dialogue, seed, new Random(seed));
		ActivityState state = dialogue.begin(seed);
		for (int i = 0; i < way.size(); i++) {
			assertThat(dialogue.replay(seed, way.subList(0, i))).isEqualTo(state);
			state = dialogue.next(state, way.get(i));
		}
		assertThat(dialogue.replay(seed, way)).isEqualTo(state);
	}

	@Property
	void wayDoesNotChangeWhatANodeGives(@ForAll("dialogues") Dialogue dialogue, @ForAll long seed) {
		DialogueState end = (DialogueState) dialogue.replay(seed,
				Conversations.wayBy(dialogue, seed, new Random(seed)));
		double mean = end.conversation().stream().mapToDouble((reply) -> {
			DialogueNode node = dialogue.node(reply.node());
			return DialogueMarking.mark(List.of(taken(node, reply.choice()))).score();
		}).average().orElseThrow();
		assertThat(end.mark().orElseThrow().score()).isCloseTo(mean, within(1e-12));
	}

	@Property
	void trustNeverEntersTheMark(@ForAll("dialogues") Dialogue dialogue, @ForAll long seed) {
		Dialogue fixed = changed(dialogue,
				(choice) -> withTrust(choice, choice.trust(), Trust.Rule.always(choice.next().otherwise())));
		Dialogue upsideDown = changed(fixed, (choice) -> withTrust(choice, -choice.trust(), choice.next()));
		List<Answer> way = Conversations.wayBy(fixed, seed, new Random(seed));
		assertThat(upsideDown.replay(seed, way).mark()).isEqualTo(fixed.replay(seed, way).mark());
	}

	@Property
	void orderInTheFileDoesNotMatter(@ForAll("dialogues") Dialogue dialogue, @ForAll long seed) {
		Map<String, DialogueNode> nodes = new HashMap<>();
		dialogue.nodes().forEach((id, node) -> {
			List<Choice> choices = new ArrayList<>(node.choices());
			Collections.shuffle(choices, new Random(seed + 1));
			nodes.put(id, new DialogueNode(id, node.say(), node.ownWords(), node.ask(), choices));
		});
		Dialogue other = with(dialogue, nodes);
		List<Answer> way = Conversations.wayBy(dialogue, seed, new Random(seed));
		for (int i = 0; i <= way.size(); i++) {
			assertThat(other.replay(seed, way.subList(0, i))).isEqualTo(dialogue.replay(seed, way.subList(0, i)));
		}
	}

	@Property
	void sameSeedShowsSameOrder(@ForAll("dialogues") Dialogue dialogue, @ForAll long seed) {
		assertThat(dialogue.begin(seed)).isEqualTo(dialogue.begin(seed));
	}

	@Property(tries = 100)
	void expectedScoreIsTheMeanOfPlaying(@ForAll("dialogues") Dialogue dialogue) {
		DialoguePaths paths = new DialoguePaths(dialogue);
		for (BlindStrategy strategy : BlindStrategy.values()) {
			double walked = walk(dialogue, strategy, dialogue.start(), dialogue.trust().start(), 0, 0);
			assertThat(strategy.expectedScore(paths)).as(strategy.way()).isCloseTo(walked, within(1e-9));
		}
	}

	@Example
	void everyOptionStandsEverywhereAboutEquallyOften() {
		Dialogue dialogue = Conversations.small();
		Map<String, Integer> seen = new HashMap<>();
		int attempts = 6000;
		for (long seed = 0; seed < attempts; seed++) {
			DialogueStep.Choose step = (DialogueStep.Choose) dialogue.replay(seed, List.of(Conversations.words("")))
				.step()
				.orElseThrow();
			String order = String.join(" ", step.options().stream().map(DialogueStep.Option::id).toList());
			seen.merge(order, 1, Integer::sum);
		}
		// Six orders, 1000 each expected; five standard deviations are 144.
		assertThat(seen).hasSize(6);
		assertThat(seen.values()).allSatisfy((count) -> assertThat(count).isBetween(850, 1150));
	}

	private static Mark played(Dialogue dialogue, long seed) {
		return dialogue.replay(seed, Conversations.wayBy(dialogue, seed, new Random(seed))).mark().orElseThrow();
	}

	/** Walks every single way: what the layered evaluation must agree with. */
	private static double walk(Dialogue dialogue, BlindStrategy strategy, String at, int trust, double sum,
			int decisions) {
		if (at.equals(Dialogue.END)) {
			return sum / decisions;
		}
		DialogueNode node = dialogue.node(at);
		List<Choice> picks = strategy.picks(node);
		return picks.stream().mapToDouble((choice) -> {
			int moved = dialogue.trust().moved(trust, choice.trust());
			return walk(dialogue, strategy, choice.next().at(moved), moved, sum + DialogueMarking.credit(node, choice),
					decisions + 1);
		}).sum() / picks.size();
	}

	private static DialogueMarking.Taken taken(DialogueNode node, String choice) {
		return new DialogueMarking.Taken(node,
				node.choices().stream().filter((candidate) -> candidate.id().equals(choice)).findFirst().orElseThrow());
	}

	private static Dialogue changed(Dialogue dialogue, UnaryOperator<Choice> change) {
		Map<String, DialogueNode> nodes = new HashMap<>();
		dialogue.nodes()
			.forEach((id, node) -> nodes.put(id, new DialogueNode(id, node.say(), node.ownWords(), node.ask(),
					node.choices().stream().map(change).toList())));
		return with(dialogue, nodes);
	}

	private static Dialogue with(Dialogue dialogue, Map<String, DialogueNode> nodes) {
		return new Dialogue(dialogue.dimensions(), dialogue.critical(), dialogue.caps(), dialogue.trust(),
				dialogue.start(), nodes, dialogue.endings());
	}

	private static Choice withTrust(Choice choice, int trust, Trust.Rule next) {
		return new Choice(choice.id(), choice.text(), choice.score(), trust, choice.flag(), choice.tone(),
				choice.reply(), choice.behaviour(), choice.summary(), choice.feedback(), next);
	}

}
