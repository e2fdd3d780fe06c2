package org.mentorprep.content.authoring.exercise;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Checks that options are about equally long: length must not give the key away. */
public final class OptionLengths {

	private static final double SHARE = 0.2;

	private static final double WORDS = 2;

	private static final double ROUNDING = 1e-9;

	private OptionLengths() {
	}

	/**
	 * @param of what they are options of, for the sentence
	 * @param told the place of each option that is longer or shorter, and a sentence
	 */
	public static void check(List<String> ids, List<String> texts, String of, BiConsumer<Integer, String> told) {
		double mean = texts.stream().mapToInt(OptionLengths::words).average().orElse(0);
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

}
