package org.mentorprep.activity;

import java.util.List;
import java.util.Optional;

/**
 * How far someone has come in an activity: what was answered, what to show now, the mark.
 */
public interface ActivityState {

	/** What came of each answer, in the order in which they were given. */
	List<Outcome> outcomes();

	/** What to ask now; empty when the activity is done. */
	Optional<Step> step();

	/** The mark; present exactly when the activity is done. */
	Optional<Mark> mark();

	default boolean done() {
		return step().isEmpty();
	}

}
