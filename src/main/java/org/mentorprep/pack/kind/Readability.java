package org.mentorprep.pack.kind;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text, measured. The reading age follows RIX (Anderson 1983): the number of long words
 * in a sentence, which needs no rules for syllables and so works in many languages.
 */
public record Readability(String text, Locale language) {

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}’'-]*");

	private static final int LONG_WORD = 7;

	/** Upper bounds of RIX for school years 1 to 12; beyond is university. */
	private static final double[] YEARS = { 0.2, 0.5, 0.8, 1.3, 1.8, 2.4, 3.0, 3.7, 4.5, 5.3, 6.2, 7.2 };

	private static final int AGE_IN_YEAR_ONE = 6;

	public List<String> sentences() {
		BreakIterator breaks = BreakIterator.getSentenceInstance(this.language);
		List<String> sentences = new ArrayList<>();
		for (String paragraph : this.text.split("\\n\\s*\\n")) {
			String line = paragraph.replaceAll("\\s+", " ");
			breaks.setText(line);
			int from = breaks.first();
			for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
				String sentence = line.substring(from, to).strip();
				if (!sentences.isEmpty() && !sentence.isEmpty() && Character.isLowerCase(sentence.charAt(0))) {
					// “Why?” she asked.
					sentences.add(sentences.remove(sentences.size() - 1) + " " + sentence);
				}
				else if (WORD.matcher(sentence).find()) {
					sentences.add(sentence);
				}
				from = to;
			}
		}
		return sentences;
	}

	public int words() {
		return words(this.text);
	}

	/** The words of a text. */
	public static int words(String text) {
		return (int) WORD.matcher(text).results().count();
	}

	/** The sentence with the most words; empty if there is none. */
	public String longestSentence() {
		return sentences().stream().max(Comparator.comparingInt(Readability::words)).orElse("");
	}

	/** The age at which it is easily read, about. */
	public int readingAge() {
		Matcher word = WORD.matcher(this.text);
		double longOnes = word.results().filter((match) -> match.group().length() >= LONG_WORD).count();
		double rix = longOnes / Math.max(1, sentences().size());
		int year = 0;
		while (year < YEARS.length && rix >= YEARS[year]) {
			year++;
		}
		return AGE_IN_YEAR_ONE + year;
	}

}
