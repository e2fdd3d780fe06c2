package org.mentorprep.content.authoring.exercise;

import java.util.Locale;
import java.util.function.Consumer;

/** Holds what a blind strategy earns against the pass mark. */
final class BlindPlay {

	private static final double ROUNDING = 1e-9;

	private BlindPlay() {
	}

	/**
	 * @param strategy what it does
	 * @param score what it earns, 0 to 1
	 * @param passMark points of 100 that it must not reach
	 * @param problem takes the sentence if it does
	 */
	static void check(String strategy, double score, int passMark, Consumer<String> problem) {
		if (score * 100 >= passMark - ROUNDING) {
			problem.accept("Blind play passes: " + strategy + " earns " + points(score)
					+ " of 100 and the pass mark is " + passMark + ".");
		}
	}

	/** A score in points of 100, as problems tell it. */
	static String points(double score) {
		return String.format(Locale.ROOT, "%.1f", score * 100);
	}

}
