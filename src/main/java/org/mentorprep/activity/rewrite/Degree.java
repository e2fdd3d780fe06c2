package org.mentorprep.activity.rewrite;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a text does what a criterion asks. */
public enum Degree {

	YES, PARTLY, NO;

	/** The degree that files and forms call by this name. */
	public static Optional<Degree> named(String name) {
		return Arrays.stream(values()).filter((degree) -> degree.word().equals(name)).findFirst();
	}

	/** What files and forms call it, for example {@code partly}. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Key of the words in the message files. */
	public String messageKey() {
		return "activity.rewrite.degree." + word();
	}

	/** Credit for this where another is right: full, half for one step off, or none. */
	double credit(Degree right) {
		return 1 - Math.abs(ordinal() - right.ordinal()) / 2.0;
	}

}
