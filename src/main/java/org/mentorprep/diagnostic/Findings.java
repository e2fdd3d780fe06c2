package org.mentorprep.diagnostic;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.mentorprep.activity.Mark;
import org.mentorprep.content.Diagnostic;

/**
 * What a sitting found out. Each question counts the same. The reading is optional if
 * enough of it is as the authors see it and nothing that does harm was taken for help;
 * how sure somebody was has no say.
 */
record Findings(List<Answered> answers) {

	Findings {
		answers = List.copyOf(answers);
	}

	/** Points of 100, rounded down as everywhere. */
	public int points() {
		return new Mark(this.answers.stream().mapToDouble(Answered::score).average().orElse(0), Map.of(), Set.of())
			.points();
	}

	public boolean harmTakenForHelp() {
		return this.answers.stream().anyMatch(Answered::harmTakenForHelp);
	}

	/** Whether the reading of the module is optional. */
	public boolean known() {
		return points() >= Diagnostic.MARK && !harmTakenForHelp();
	}

	/** What was not so, what one was sure of first. */
	public List<Answered> toLookAt() {
		return this.answers.stream()
			.filter((answered) -> !answered.right())
			.sorted(Comparator.comparing((answered) -> !answered.sureAndNotSo()))
			.toList();
	}

	/** What was so. */
	public List<Answered> right() {
		return this.answers.stream().filter(Answered::right).toList();
	}

}
