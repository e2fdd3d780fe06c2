package org.mentorprep.content.authoring.file;

import java.util.Comparator;

/**
 * Something an author has to change before a pack can be published.
 *
 * @param file path within the pack
 * @param line from 1
 * @param sentence what is wrong, in plain words
 */
public record Problem(String file, int line, String sentence) implements Comparable<Problem> {

	private static final Comparator<Problem> READING_ORDER = Comparator.comparing(Problem::file)
		.thenComparingInt(Problem::line)
		.thenComparing(Problem::sentence);

	@Override
	public int compareTo(Problem other) {
		return READING_ORDER.compare(this, other);
	}

	@Override
	public String toString() {
		return this.file + ":" + this.line + ": " + this.sentence;
	}

}
