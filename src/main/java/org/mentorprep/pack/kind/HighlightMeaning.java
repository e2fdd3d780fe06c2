package org.mentorprep.pack.kind;

import org.mentorprep.activity.highlight.Highlight;
import org.mentorprep.pack.kind.ExerciseFile.Placed;

/**
 * Checks what a transcript measures: that there is enough to find and enough to leave,
 * and that each line that counts is spoken of.
 */
class HighlightMeaning {

	private static final double FEWEST_FOILS = 0.25;

	private static final double MOST_FOILS = 0.4;

	private final Placed problems;

	private final Highlight highlight;

	HighlightMeaning(Placed problems, Highlight highlight) {
		this.problems = problems;
		this.highlight = highlight;
	}

	void check() {
		labels();
		foils();
		feedback();
	}

	private void labels() {
		this.highlight.labels().forEach((label) -> {
			if (this.highlight.units().stream().noneMatch((line) -> label.id().equals(line.label()))) {
				this.problems.add("/labels/" + label.id(), "No line is of the kind " + label.id() + ".");
			}
		});
	}

	private void foils() {
		int units = this.highlight.units().size();
		long foils = this.highlight.units().stream().filter(Highlight.Line::foil).count();
		if (foils < FEWEST_FOILS * units || foils > MOST_FOILS * units) {
			this.problems.add("/lines", "Of the " + units + " lines that can be ticked, " + foils
					+ " are not to be found; between 25 and 40 of 100 should be.");
		}
	}

	private void feedback() {
		for (int i = 0; i < this.highlight.lines().size(); i++) {
			Highlight.Line line = this.highlight.lines().get(i);
			if (line.label() != null && line.feedback() == null) {
				this.problems.add("/lines/" + i, "The line " + line.id() + " is to be found and has no feedback.");
			}
		}
	}

}
