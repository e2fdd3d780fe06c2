package org.mentorprep.library;

import java.util.Comparator;

/**
 * One difference between a version of a pack and the one before it.
 *
 * @param file path within the pack
 * @param sentence what changed, for authors and the operator
 */
public record PackChange(Weight weight, String file, String sentence) implements Comparable<PackChange> {

	private static final Comparator<PackChange> HEAVIEST_FIRST = Comparator.comparing(PackChange::weight)
		.reversed()
		.thenComparing(PackChange::file)
		.thenComparing(PackChange::sentence);

	@Override
	public int compareTo(PackChange other) {
		return HEAVIEST_FIRST.compare(this, other);
	}

	/** Which part of the version number must rise. */
	public enum Weight {

		/** Words, without new meaning: the last number. */
		PATCH,
		/** More to read or to do, if one wants: the middle number. */
		MINOR,
		/** Another key, score, option, route, pass rule or duty: the first number. */
		MAJOR;

		public String messageKey() {
			return "library.change." + name();
		}

	}

}
