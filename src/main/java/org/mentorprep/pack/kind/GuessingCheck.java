package org.mentorprep.pack.kind;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

import org.mentorprep.activity.Strategy;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/**
 * Checks that nobody passes without having understood anything: neither by a strategy
 * that needs no understanding, nor by the length of the options.
 */
final class GuessingCheck {

	static final double ROUNDING = 1e-9;

	private static final double SHARE_OF_LENGTH = 0.2;

	private static final double WORDS = 2;

	private GuessingCheck() {
	}

	/**
	 * Checks that the best answer earns everything and no blind strategy passes.
	 * @param strategies the best possible play first
	 * @param passMark points of 100 that no blind strategy may reach
	 * @param pointer the place in the file that would have to change
	 */
	static void check(YamlFile file, String pointer, List<Strategy> strategies, int passMark, Problems problems) {
		double best = strategies.get(0).score();
		if (best < 1 - ROUNDING) {
			problems.add(file, pointer, "The best answer earns " + percent(best) + " of 100 and should earn 100.");
		}
		checkBlind(file, pointer, strategies, passMark, problems);
	}

	/** Checks all strategies but the first, which is the best possible play. */
	static void checkBlind(YamlFile file, String pointer, List<Strategy> strategies, int passMark, Problems problems) {
		for (Strategy strategy : strategies.subList(1, strategies.size())) {
			if (passes(strategy.score(), passMark)) {
				problems.add(file, pointer, "Blind play passes: " + strategy.way() + " earns "
						+ percent(strategy.score()) + " of 100 and the pass mark is " + passMark + ".");
			}
		}
	}

	static boolean passes(double score, int passMark) {
		return score * 100 >= passMark - ROUNDING;
	}

	/**
	 * Checks that options are about equally long.
	 * @param of what they are options of, for the sentence
	 * @param problem gets the index of each option that is longer or shorter, and a
	 * sentence
	 */
	static void checkLengths(List<String> ids, List<String> texts, String of, BiConsumer<Integer, String> problem) {
		double mean = texts.stream().mapToInt(GuessingCheck::words).average().orElse(0);
		for (int i = 0; i < texts.size(); i++) {
			int words = words(texts.get(i));
			if (Math.abs(words - mean) > Math.max(SHARE_OF_LENGTH * mean, WORDS) + ROUNDING) {
				problem.accept(i,
						String.format(Locale.ROOT,
								"The option %s has %d words and the options of %s have %.1f on average; stay within a"
										+ " fifth of it.",
								ids.get(i), words, of, mean));
			}
		}
	}

	/** A score as points of 100. */
	static String percent(double score) {
		return String.format(Locale.ROOT, "%.1f", score * 100);
	}

	private static int words(String text) {
		return text.split(" ").length;
	}

}
