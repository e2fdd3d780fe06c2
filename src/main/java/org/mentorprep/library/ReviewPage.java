package org.mentorprep.library;

import org.mentorprep.library.PackReview.Review;
import org.mentorprep.library.PackVersions.PackVersion;

/**
 * What the template {@code library/review} needs: what a pack would change, and what the
 * check says.
 *
 * @param act what can be done with the pack
 * @param path where it is done, without the act
 * @param active the version that it would replace
 * @param after the number of the activation that the operator has seen
 */
public record ReviewPage(Act act, String path, Review review, PackVersion active, int after) {

	/** Whether both are versions of one pack: only then they are compared. */
	public boolean samePack() {
		return this.active.name().equals(this.review.report().name());
	}

	/** What can be done with the pack. */
	enum Act {

		/** Nothing: it has problems, or is the active version. */
		NONE,
		/** Activate it. */
		PUBLISH,
		/** Activate it again, in place of a later version. */
		GO_BACK

	}

}
