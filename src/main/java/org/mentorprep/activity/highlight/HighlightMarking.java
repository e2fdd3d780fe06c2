package org.mentorprep.activity.highlight;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.mentorprep.activity.Mark;

/**
 * The marking rule of transcripts, in one place.
 * <p>
 * <b>Raw score</b>: F1 over the lines that can be ticked, times the share of right kinds
 * among the lines found. F1 is {@code 2 hits / (ticked + to be found)}, so the product is
 * {@code 2 right / (ticked + to be found)}.
 * <p>
 * <b>Score</b>: the raw score corrected for the best blind answer, which is every line
 * with one and the same kind.
 */
final class HighlightMarking {

	private HighlightMarking() {
	}

	/**
	 * @param marks the kind of each ticked line, by the line's id
	 */
	static Mark mark(Highlight highlight, Map<String, String> marks) {
		return new Mark(Math.min(1, Mark.beyond(blind(highlight), raw(highlight, marks))), Map.of(), Set.of());
	}

	static double raw(Highlight highlight, Map<String, String> marks) {
		return raw(right(highlight, marks), marks.size(), wanted(highlight));
	}

	static double raw(int right, int ticked, int wanted) {
		return (right == 0) ? 0 : 2.0 * right / (ticked + wanted);
	}

	/** The raw score of ticking everything as the kind that occurs most. */
	static double blind(Highlight highlight) {
		int most = highlight.labels().stream().mapToInt((label) -> count(highlight, label.id())).max().orElse(0);
		return raw(most, highlight.units().size(), wanted(highlight));
	}

	/** How many lines are of a kind. */
	static int count(Highlight highlight, String label) {
		return (int) highlight.units().stream().filter((line) -> label.equals(line.label())).count();
	}

	/** How many lines are to be found. */
	static int wanted(Highlight highlight) {
		return (int) highlight.units().stream().filter((line) -> !line.foil()).count();
	}

	/** How many lines were found and given their kind. */
	static int right(Highlight highlight, Map<String, String> marks) {
		return (int) highlight.units()
			.stream()
			.filter((line) -> line.label() != null && Objects.equals(line.label(), marks.get(line.id())))
			.count();
	}

}
