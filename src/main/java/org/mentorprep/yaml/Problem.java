package org.mentorprep.yaml;

import java.util.Comparator;
import java.util.Locale;

/**
 * Something that is wrong with a file, or that its author should look at.
 *
 * @param file name or path of the file, as its author knows it
 * @param line from 1
 * @param sentence what is wrong, in plain words
 */
public record Problem(Level level, String file, int line, String sentence) implements Comparable<Problem> {

	private static final Comparator<Problem> READING_ORDER = Comparator.comparing(Problem::file)
		.thenComparingInt(Problem::line)
		.thenComparing(Problem::sentence)
		.thenComparing(Problem::level);

	/** An error. */
	public Problem(String file, int line, String sentence) {
		this(Level.ERROR, file, line, sentence);
	}

	/** Whether the file can't be used as it is. */
	public boolean isError() {
		return this.level == Level.ERROR;
	}

	@Override
	public int compareTo(Problem other) {
		return READING_ORDER.compare(this, other);
	}

	@Override
	public String toString() {
		String level = isError() ? "" : this.level.name().toLowerCase(Locale.ROOT) + ": ";
		return this.file + ":" + this.line + ": " + level + this.sentence;
	}

	/** How much it matters. */
	public enum Level {

		/** The file can't be used as it is. */
		ERROR,

		/** A program may be wrong about it; the author looks, and decides. */
		WARNING

	}

}
