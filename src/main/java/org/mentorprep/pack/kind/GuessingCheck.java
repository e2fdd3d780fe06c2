package org.mentorprep.pack.kind;

import java.util.List;
import java.util.Locale;

import org.mentorprep.activity.Strategy;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/**
 * Checks that the best answer earns everything and that nobody passes without having
 * understood anything.
 */
final class GuessingCheck {

	private static final double ROUNDING = 1e-9;

	private GuessingCheck() {
	}

	/**
	 * @param scores of the strategies, the best possible play first
	 * @param passMark points of 100 that no blind strategy may reach
	 * @param pointer the place in the file that would have to change
	 */
	static void check(YamlFile file, String pointer, List<Strategy> scores, int passMark, Problems problems) {
		double best = scores.get(0).score();
		if (best < 1 - ROUNDING) {
			problems.add(file.path(), file.line(pointer),
					"The best answer earns " + percent(best) + " of 100 and should earn 100.");
		}
		for (Strategy score : scores.subList(1, scores.size())) {
			if (score.score() * 100 >= passMark - ROUNDING) {
				problems.add(file.path(), file.line(pointer), "Blind play passes: " + score.way() + " earns "
						+ percent(score.score()) + " of 100 and the pass mark is " + passMark + ".");
			}
		}
	}

	private static String percent(double score) {
		return String.format(Locale.ROOT, "%.1f", score * 100);
	}

}
