package org.mentorprep.yaml;

import java.util.Comparator;
import java.util.Locale;

/**
 * Something an author has to change before a pack can be published, or should look at.
 *
 * @param file path within the pack
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

	public boolean stopsPublishing() {
		return this.level == Level.ERROR;
	}

	/** The same in a rendering of the pack that is not the ordinary one. */
	public Problem where(String rendering) {
		return new Problem(this.level, this.file, this.line, this.sentence + " (" + rendering + ")");
	}

	@Override
	public int compareTo(Problem other) {
		return READING_ORDER.compare(this, other);
	}

	@Override
	public String toString() {
		String level = stopsPublishing() ? "" : this.level.name().toLowerCase(Locale.ROOT) + ": ";
		return this.file + ":" + this.line + ": " + level + this.sentence;
	}

	/** How much it matters. */
	public enum Level {

		/** The pack can't be published. */
		ERROR,

		/** A program may be wrong about it; an author looks, and decides. */
		WARNING

	}

}
