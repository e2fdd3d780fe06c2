package org.mentorprep.passback;

import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Why a grade has not arrived: reason and remedy have words under its key. */
public enum Problem {

	/** The LMS takes no grade of this learner. */
	NOT_ACCEPTED,
	/** The LMS takes none of our tokens. */
	NOT_AUTHORIZED,
	/** The tool may not use this column. */
	FORBIDDEN,
	/** There is no column, or none any more. */
	COLUMN_GONE,
	/** Course staff locked the grade or the column. */
	LOCKED,
	/** The LMS gives the tool no token. */
	NO_TOKEN,
	/** The LMS gives tokens, but not for grades. */
	SCOPE_MISSING,
	/** The column is not where the LMS is. */
	FOREIGN_ADDRESS,
	/** The LMS answers that it can't just now. */
	TRY_LATER,
	/** The gradebook says that it holds something newer. */
	NEWER_THERE,
	/** The LMS does not answer. */
	UNREACHABLE,
	/** The operator has disabled the LMS. */
	PLATFORM_DISABLED;

	/** Absent for none, and for one that an older version wrote. */
	public static @Nullable Problem of(@Nullable String name) {
		return Stream.of(values()).filter((problem) -> problem.name().equals(name)).findFirst().orElse(null);
	}

	/** The last part of the keys of its words. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
