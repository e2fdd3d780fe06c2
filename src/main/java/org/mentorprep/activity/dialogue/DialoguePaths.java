package org.mentorprep.activity.dialogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.ToIntFunction;

import org.mentorprep.activity.Dimension;

/**
 * All ways through a conversation, over the places (node, trust) that can be attained:
 * what the check of content asks. Exact, and without walking the thousands of ways one by
 * one.
 */
public final class DialoguePaths {

	private final Dialogue dialogue;

	private final Set<Place> places = new LinkedHashSet<>();

	private final Optional<String> endless;

	/**
	 * @param dialogue all of whose targets exist
	 */
	public DialoguePaths(Dialogue dialogue) {
		this.dialogue = dialogue;
		this.endless = explore(start(), new HashSet<>());
	}

	/** The nodes that some way reaches. */
	public Set<String> reached() {
		Set<String> nodes = new LinkedHashSet<>();
		this.places.forEach((place) -> nodes.add(place.node()));
		return nodes;
	}

	/**
	 * A node to which some way comes back with the same trust, so that it need never end.
	 */
	public Optional<String> endless() {
		return this.endless;
	}

	/** Decisions on the shortest way. */
	public int shortest() {
		return over((node) -> 1, Math::min);
	}

	/** Decisions on the longest way. */
	public int longest() {
		return over((node) -> 1, Math::max);
	}

	/** Decisions in which a dimension tells the choices apart, on the way with fewest. */
	public int fewest(Dimension dimension) {
		return over((node) -> DialogueMarking.discriminating(node).contains(dimension) ? 1 : 0, Math::min);
	}

	/** The score of the best way. */
	public double bestScore() {
		double best = 0;
		Map<Place, Double> layer = Map.of(begin(), 0.0);
		for (int decisions = 1; !layer.isEmpty(); decisions++) {
			Map<Place, Double> next = new HashMap<>();
			for (Map.Entry<Place, Double> at : layer.entrySet()) {
				DialogueNode node = node(at.getKey());
				for (DialogueNode.Choice choice : node.choices()) {
					double sum = at.getValue() + DialogueMarking.credit(node, choice);
					Place place = after(at.getKey(), choice);
					if (place.over()) {
						best = Math.max(best, sum / decisions);
					}
					else {
						next.merge(place, sum, Math::max);
					}
				}
			}
			layer = next;
		}
		return best;
	}

	/**
	 * The expected score of someone who picks evenly among some choices of each node.
	 * Goes through the decisions in layers: ways of different lengths divide by their own
	 * length.
	 */
	double expectedScore(Function<DialogueNode, List<DialogueNode.Choice>> strategy) {
		double score = 0;
		Map<Place, Mass> layer = Map.of(begin(), new Mass(1, 0));
		for (int decisions = 1; !layer.isEmpty(); decisions++) {
			Map<Place, Mass> next = new HashMap<>();
			for (Map.Entry<Place, Mass> at : layer.entrySet()) {
				DialogueNode node = node(at.getKey());
				List<DialogueNode.Choice> picks = strategy.apply(node);
				for (DialogueNode.Choice choice : picks) {
					Mass mass = at.getValue().share(picks.size(), DialogueMarking.credit(node, choice));
					Place place = after(at.getKey(), choice);
					if (place.over()) {
						score += mass.sum() / decisions;
					}
					else {
						next.merge(place, mass, Mass::plus);
					}
				}
			}
			layer = next;
		}
		return score;
	}

	private Optional<String> explore(Place place, Set<Place> open) {
		if (open.contains(place)) {
			return Optional.of(place.node());
		}
		if (place.over() || !this.places.add(place)) {
			return Optional.empty();
		}
		open.add(place);
		Optional<String> found = Optional.empty();
		for (DialogueNode.Choice choice : node(place).choices()) {
			Optional<String> loop = explore(after(place, choice), open);
			found = found.or(() -> loop);
		}
		open.remove(place);
		return found;
	}

	private int over(ToIntFunction<DialogueNode> weight, IntBinaryOperator better) {
		return over(begin(), weight, better, new HashMap<>());
	}

	private int over(Place place, ToIntFunction<DialogueNode> weight, IntBinaryOperator better,
			Map<Place, Integer> known) {
		if (place.over()) {
			return 0;
		}
		Integer before = known.get(place);
		if (before != null) {
			return before;
		}
		int rest = node(place).choices()
			.stream()
			.mapToInt((choice) -> over(after(place, choice), weight, better, known))
			.reduce(better)
			.orElse(0);
		int sum = weight.applyAsInt(node(place)) + rest;
		known.put(place, sum);
		return sum;
	}

	private Place begin() {
		if (this.endless.isPresent()) {
			throw new IllegalStateException("Some way never ends, at " + this.endless.get());
		}
		return start();
	}

	private Place start() {
		return new Place(this.dialogue.start(), this.dialogue.trust().start());
	}

	private Place after(Place place, DialogueNode.Choice choice) {
		int trust = this.dialogue.trust().moved(place.trust(), choice.trust());
		return new Place(choice.next().at(trust), trust);
	}

	private DialogueNode node(Place place) {
		return this.dialogue.node(place.node());
	}

	/** Where one can be: the future depends on nothing else. */
	private record Place(String node, int trust) {

		boolean over() {
			return this.node.equals(Dialogue.END);
		}

	}

	/** Probability of being at a place, and the sum of credits weighted with it. */
	private record Mass(double probability, double sum) {

		Mass share(int among, double credit) {
			return new Mass(this.probability / among, (this.sum + this.probability * credit) / among);
		}

		Mass plus(Mass other) {
			return new Mass(this.probability + other.probability, this.sum + other.sum);
		}

	}

}
