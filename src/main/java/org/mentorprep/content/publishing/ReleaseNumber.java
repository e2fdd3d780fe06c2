package org.mentorprep.content.publishing;

import java.util.Comparator;

/**
 * The version of a pack, as a number that can be compared (Semantic Versioning 2.0.0,
 * section 2, without labels).
 */
record ReleaseNumber(long major, long minor, long patch) implements Comparable<ReleaseNumber> {

	private static final Comparator<ReleaseNumber> ORDER = Comparator.comparingLong(ReleaseNumber::major)
		.thenComparingLong(ReleaseNumber::minor)
		.thenComparingLong(ReleaseNumber::patch);

	/** Lowest of all if the text is no version, as versions of long ago may be. */
	static ReleaseNumber of(String version) {
		if (!version.matches("[0-9]{1,18}\\.[0-9]{1,18}\\.[0-9]{1,18}")) {
			return new ReleaseNumber(0, 0, 0);
		}
		String[] parts = version.split("\\.");
		return new ReleaseNumber(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
	}

	/** The lowest number that says that so much changed since this one. */
	ReleaseNumber next(PackChange.Weight weight) {
		return switch (weight) {
			case MAJOR -> new ReleaseNumber(this.major + 1, 0, 0);
			case MINOR -> new ReleaseNumber(this.major, this.minor + 1, 0);
			case PATCH -> new ReleaseNumber(this.major, this.minor, this.patch + 1);
		};
	}

	@Override
	public int compareTo(ReleaseNumber other) {
		return ORDER.compare(this, other);
	}

	@Override
	public String toString() {
		return this.major + "." + this.minor + "." + this.patch;
	}

}
