package org.mentorprep.activity.highlight;

import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.mentorprep.activity.Mark;

/**
 * Ways to mark a transcript without having understood it. If one of them would pass, the
 * exercise marks something other than what it says; the check of content plays them all.
 */
enum BlindHighlight {

	RANDOM("ticks and kinds by chance") {
		@Override
		double score(Highlight highlight) {
			return byChance(highlight);
		}
	},
	EVERYTHING("every line, always the same kind") {
		@Override
		double score(Highlight highlight) {
			return constant(highlight, (line) -> true);
		}
	},
	QUESTIONS("every line with a question mark, always the same kind") {
		@Override
		double score(Highlight highlight) {
			return constant(highlight, BlindHighlight::asks);
		}
	},
	NO_QUESTIONS("every line without a question mark, always the same kind") {
		@Override
		double score(Highlight highlight) {
			return constant(highlight, (line) -> !asks(line));
		}
	},
	LONG("the longer half of the lines, always the same kind") {
		@Override
		double score(Highlight highlight) {
			double middle = middle(highlight);
			return constant(highlight, (line) -> line.text().length() >= middle);
		}
	},
	SHORT("the shorter half of the lines, always the same kind") {
		@Override
		double score(Highlight highlight) {
			double middle = middle(highlight);
			return constant(highlight, (line) -> line.text().length() <= middle);
		}
	};

	private final String way;

	BlindHighlight(String way) {
		this.way = way;
	}

	/** What it earns, exactly; where it guesses, on average over all guesses. */
	abstract double score(Highlight highlight);

	/** What it does, for authors. */
	String way() {
		return this.way;
	}

	/** Ticks what fits, with the kind that earns most. */
	private static double constant(Highlight highlight, Predicate<Highlight.Line> ticks) {
		return highlight.labels().stream().mapToDouble((label) -> {
			Map<String, String> marks = highlight.units()
				.stream()
				.filter(ticks)
				.collect(Collectors.toMap(Highlight.Line::id, (line) -> label.id()));
			return HighlightMarking.mark(highlight, marks).score();
		}).max().orElse(0);
	}

	/** Each line is ticked or not, and each kind given, with the same probability. */
	private static double byChance(Highlight highlight) {
		int units = highlight.units().size();
		double[][] chances = new double[units + 1][units + 1];
		chances[0][0] = 1;
		for (Highlight.Line line : highlight.units()) {
			double right = line.foil() ? 0 : 0.5 / highlight.labels().size();
			chances = oneMore(chances, right, 0.5 - right);
		}
		double blind = HighlightMarking.blind(highlight);
		int wanted = HighlightMarking.wanted(highlight);
		double score = 0;
		for (int right = 0; right <= units; right++) {
			for (int ticked = right; ticked <= units; ticked++) {
				score += chances[right][ticked] * Mark.beyond(blind, HighlightMarking.raw(right, ticked, wanted));
			}
		}
		return score;
	}

	private static double[][] oneMore(double[][] chances, double right, double wrong) {
		int size = chances.length;
		double[][] after = new double[size][size];
		for (int r = 0; r < size; r++) {
			for (int t = r; t < size; t++) {
				after[r][t] += chances[r][t] * (1 - right - wrong);
				if (t + 1 < size) {
					after[r][t + 1] += chances[r][t] * wrong;
					after[r + 1][t + 1] += chances[r][t] * right;
				}
			}
		}
		return after;
	}

	private static double middle(Highlight highlight) {
		int[] lengths = highlight.units().stream().mapToInt((line) -> line.text().length()).sorted().toArray();
		return (lengths[(lengths.length - 1) / 2] + lengths[lengths.length / 2]) / 2.0;
	}

	private static boolean asks(Highlight.Line line) {
		return line.text().contains("?");
	}

}
