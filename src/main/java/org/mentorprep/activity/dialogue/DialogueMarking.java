package org.mentorprep.activity.dialogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.mentorprep.activity.Dimension;
import org.mentorprep.activity.Mark;

/**
 * The marking rule of conversations, in one place.
 * <p>
 * <b>Credit of a choice in a dimension</b>: {@code (x - min) / (max - min)} over the
 * choices of its node. A dimension that a sibling scores and this choice leaves out
 * counts as 0. A dimension in which all choices of the node are equal says nothing there
 * and is left out.
 * <p>
 * <b>Credit of a choice</b>: the mean over the dimensions that tell the choices of its
 * node apart; 1 if none does, for then there is nothing to get wrong.
 * <p>
 * <b>Score</b>: the mean of these credits over the nodes visited. Each node counts the
 * same, however many dimensions it has and whichever way led to it, so that the best
 * answer here is always worth the same and nobody pays twice for a slip.
 * <p>
 * <b>Dimension</b>: the mean of its credits over the visited nodes in which it tells the
 * choices apart. Trust enters none of these.
 */
public final class DialogueMarking {

	private DialogueMarking() {
	}

	/** The dimensions that tell the choices of a node apart. */
	public static Set<Dimension> discriminating(DialogueNode node) {
		Set<Dimension> found = EnumSet.noneOf(Dimension.class);
		for (Dimension dimension : Dimension.values()) {
			if (lowest(node, dimension) < highest(node, dimension)) {
				found.add(dimension);
			}
		}
		return found;
	}

	/** Credit of a choice within its node, 0..1. */
	public static double credit(DialogueNode node, DialogueNode.Choice choice) {
		return discriminating(node).stream()
			.mapToDouble((dimension) -> credit(node, choice, dimension))
			.average()
			.orElse(1);
	}

	private static double credit(DialogueNode node, DialogueNode.Choice choice, Dimension dimension) {
		int lowest = lowest(node, dimension);
		return (double) (points(choice, dimension) - lowest) / (highest(node, dimension) - lowest);
	}

	private static int points(DialogueNode.Choice choice, Dimension dimension) {
		return choice.score().getOrDefault(dimension, 0);
	}

	private static int lowest(DialogueNode node, Dimension dimension) {
		return node.choices().stream().mapToInt((choice) -> points(choice, dimension)).min().orElse(0);
	}

	private static int highest(DialogueNode node, Dimension dimension) {
		return node.choices().stream().mapToInt((choice) -> points(choice, dimension)).max().orElse(0);
	}

	/** The mark of a whole way through. */
	static Mark mark(List<Taken> way) {
		double score = way.stream().mapToDouble((taken) -> credit(taken.node(), taken.choice())).average().orElse(1);
		Map<Dimension, List<Double>> credits = new EnumMap<>(Dimension.class);
		Set<String> flags = new HashSet<>();
		for (Taken taken : way) {
			for (Dimension dimension : discriminating(taken.node())) {
				credits.computeIfAbsent(dimension, (key) -> new ArrayList<>())
					.add(credit(taken.node(), taken.choice(), dimension));
			}
			if (taken.choice().flag() != null) {
				flags.add(taken.choice().flag());
			}
		}
		Map<Dimension, Double> means = new EnumMap<>(Dimension.class);
		credits.forEach((dimension, values) -> means.put(dimension,
				values.stream().mapToDouble(Double::doubleValue).average().orElse(1)));
		return new Mark(Math.min(1, score), means, flags);
	}

	/** A choice taken at a node. */
	record Taken(DialogueNode node, DialogueNode.Choice choice) {
	}

}
