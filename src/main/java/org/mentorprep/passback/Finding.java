package org.mentorprep.passback;

import java.util.Locale;

/** What stood in the gradebook when it was read after a grade had arrived. */
public enum Finding {

	/** The grade that was sent. */
	AS_SENT,
	/** Another one: a teacher's, most likely. */
	OTHER_GRADE,
	/** No grade. */
	NO_GRADE,
	/** The column is gone. */
	COLUMN_GONE,
	/** The LMS does not let us read. */
	UNREADABLE;

	/** Whether course staff should know. */
	public boolean isOdd() {
		return this == OTHER_GRADE || this == NO_GRADE || this == COLUMN_GONE;
	}

	/** The last part of the key of its words. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
