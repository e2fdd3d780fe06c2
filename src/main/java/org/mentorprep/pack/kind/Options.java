package org.mentorprep.pack.kind;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

import org.mentorprep.activity.dialogue.Wording;

/** Checks that options are about equally long: length must not give the key away. */
public final class Options {

	private static final double SHARE = 0.2;

	private static final double WORDS = 2;

	private static final double ROUNDING = 1e-9;

	private Options() {
	}

	/**
	 * @param of what they are options of, for the sentence
	 * @param told the place of each option that is longer or shorter, and a sentence
	 */
	public static void check(List<String> ids, List<String> texts, String of, BiConsumer<Integer, String> told) {
		double mean = texts.stream().mapToInt(Options::words).average().orElse(0);
		for (int i = 0; i < texts.size(); i++) {
			int words = words(texts.get(i));
			if (Math.abs(words - mean) > Math.max(SHARE * mean, WORDS) + ROUNDING) {
				told.accept(i,
						String.format(Locale.ROOT,
								"The option %s has %d words and the options of %s have %.1f on average; stay within a"
										+ " fifth of it.",
								ids.get(i), words, of, mean));
			}
		}
	}

	private static int words(String text) {
		return text.split(" ").length;
	}

	/**
	 * Words among which a mentor chooses.
	 *
	 * @param credit what they earn, 0 to 1
	 */
	public record Option(String text, double credit) {

		/**
		 * What counts as the best, and as partly right, in the word above the feedback.
		 */
		private static final double BEST = 0.99;

		private static final double PARTIAL = 0.4;

		public boolean best() {
			return this.credit >= BEST;
		}

		public boolean partial() {
			return !best() && this.credit >= PARTIAL;
		}

		public boolean asks() {
			return Wording.asks(this.text);
		}

	}

}
