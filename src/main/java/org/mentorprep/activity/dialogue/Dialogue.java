package org.mentorprep.activity.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.ActivityState;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.activity.Dimension;
import org.mentorprep.activity.Mark;
import org.mentorprep.activity.Outcome;
import org.mentorprep.activity.RouteMap;
import org.mentorprep.activity.Shuffle;
import org.mentorprep.activity.Step;
import org.mentorprep.activity.Strategy;

/**
 * A branching conversation: what one says moves the other's trust, and trust decides what
 * she reveals. How it is marked stands in {@link DialogueMarking}.
 *
 * @param dimensions what it looks at
 * @param critical those that must reach the floor besides the total
 * @param caps flags of choices that hold a pass back, whatever the rest is worth
 * @param start id of the first node
 * @param nodes by id
 * @param endings what happened between the two, by final trust
 */
public record Dialogue(Set<Dimension> dimensions, Set<Dimension> critical, Set<String> caps, Trust trust, String start,
		Map<String, DialogueNode> nodes, Trust.Rule endings) implements Activity {

	/** Where a conversation is over. */
	public static final String END = "end";

	public Dialogue {
		dimensions = Set.copyOf(dimensions);
		critical = Set.copyOf(critical);
		caps = Set.copyOf(caps);
		nodes = Map.copyOf(nodes);
	}

	@Override
	public String kind() {
		return "dialogue";
	}

	@Override
	public List<Strategy> strategies() {
		DialoguePaths paths = new DialoguePaths(this);
		if (paths.endless().isPresent()) {
			return List.of();
		}
		List<Strategy> scores = new ArrayList<>();
		scores.add(new Strategy("the best way", paths.bestScore()));
		for (BlindStrategy strategy : BlindStrategy.values()) {
			scores.add(new Strategy(strategy.way(), strategy.expectedScore(paths)));
		}
		return List.copyOf(scores);
	}

	@Override
	public ActivityState begin(long seed) {
		return arrive(seed, this.start, this.trust.start(), List.of());
	}

	@Override
	public Optional<RouteMap> routes() {
		return Optional.of(new DialogueRoutes(this).map());
	}

	@Override
	public Answer read(ActivityState state, Answer sent) {
		return state.step()
			.filter(DialogueStep.Choose.class::isInstance)
			.map((step) -> ((DialogueStep.Choose) step).read(sent))
			.orElse(sent);
	}

	@Override
	public ActivityState next(ActivityState state, Answer answer) {
		DialogueState now = (DialogueState) state;
		Step step = now.step().orElseThrow(() -> new IllegalStateException("This conversation is over"));
		if (step instanceof DialogueStep.OwnWords asked) {
			return write(now, asked, answer);
		}
		return say(now, (DialogueStep.Choose) step, answer);
	}

	/**
	 * @throws IllegalArgumentException if there is no such node
	 */
	public DialogueNode node(String id) {
		return Optional.ofNullable(this.nodes.get(id)).orElseThrow(() -> new IllegalArgumentException("No node " + id));
	}

	private ActivityState write(DialogueState now, DialogueStep.OwnWords asked, Answer answer) {
		String words = answer.text("words");
		if (words.length() > DialogueStep.OwnWords.MAX_LENGTH) {
			throw new AnswerRefused("activity.dialogue.words-too-long");
		}
		List<Outcome> outcomes = plus(now.outcomes(), new DialogueOutcome.OwnWords(asked.decision(), words));
		Step step = choose(now.seed(), node(now.node()), asked.decision(), words);
		return new DialogueState(now.seed(), now.node(), now.trust(), this.trust, outcomes, Optional.of(step),
				Optional.empty(), Optional.empty());
	}

	private ActivityState say(DialogueState now, DialogueStep.Choose asked, Answer answer) {
		DialogueNode node = node(now.node());
		DialogueNode.Choice choice = answer.first("choice")
			.flatMap((id) -> choice(node, id))
			.orElseThrow(() -> new AnswerRefused("activity.dialogue.choose"));
		int trust = this.trust.moved(now.trust(), choice.trust());
		Effect effect = Effect.of(DialogueMarking.credit(node, choice), choice);
		Outcome reply = new DialogueOutcome.Reply(asked.decision(), node.id(), choice.id(), node.say(), choice.text(),
				choice.reply(), choice.behaviour(), effect, choice.feedback(), choice.summary(), trust,
				choice.flag() != null && this.caps.contains(choice.flag()));
		return arrive(now.seed(), choice.next().at(trust), trust, plus(now.outcomes(), reply));
	}

	private ActivityState arrive(long seed, String at, int trust, List<Outcome> outcomes) {
		DialogueState arrived = new DialogueState(seed, at, trust, this.trust, outcomes, Optional.empty(),
				Optional.empty(), Optional.empty());
		int decision = arrived.decisions() + 1;
		if (at.equals(END)) {
			return new DialogueState(seed, at, trust, this.trust, outcomes, Optional.empty(),
					Optional.of(mark(arrived)), Optional.of(this.endings.at(trust)));
		}
		DialogueNode node = node(at);
		Step step = (node.ownWords() != null) ? new DialogueStep.OwnWords(decision, node.say(), node.ownWords())
				: choose(seed, node, decision, null);
		return new DialogueState(seed, at, trust, this.trust, outcomes, Optional.of(step), Optional.empty(),
				Optional.empty());
	}

	private Mark mark(DialogueState way) {
		return DialogueMarking.mark(way.conversation().stream().map((reply) -> {
			DialogueNode node = node(reply.node());
			return new DialogueMarking.Taken(node, choice(node, reply.choice()).orElseThrow());
		}).toList());
	}

	private static Step choose(long seed, DialogueNode node, int decision, @Nullable String ownWords) {
		List<DialogueNode.Choice> choices = Shuffle.of(node.choices(), DialogueNode.Choice::id, seed, node.id());
		List<DialogueStep.Option> options = choices.stream()
			.map((choice) -> new DialogueStep.Option(choice.id(), choice.text()))
			.toList();
		return new DialogueStep.Choose(decision, node.say(), node.ask(), options, ownWords);
	}

	private static Optional<DialogueNode.Choice> choice(DialogueNode node, String id) {
		return node.choices().stream().filter((candidate) -> candidate.id().equals(id)).findFirst();
	}

	private static List<Outcome> plus(List<Outcome> outcomes, Outcome outcome) {
		List<Outcome> longer = new ArrayList<>(outcomes);
		longer.add(outcome);
		return longer;
	}

}
