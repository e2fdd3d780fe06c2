package org.mentorprep.library;

import org.mentorprep.library.PackReview.Review;

/**
 * What the template {@code content/review} needs: what a pack would change, and what the
 * check says.
 *
 * @param act what can be done with it
 * @param path where it is done, without the act
 * @param inUse what it is held against
 * @param after the number of the choice that the operator has seen
 */
public record ReviewPage(Act act, String path, Review review, PackVersions.PackVersion inUse, int after) {

	/** Whether it is a version of the pack in use: only then changes can be told. */
	public boolean samePack() {
		return this.inUse.name().equals(this.review.report().name());
	}

	/** What can be done. */
	enum Act {

		/** Nothing: it has problems, or it is in use already. */
		NONE,
		/** Put it into use. */
		PUBLISH,
		/** Put it into use again, in place of a later one. */
		GO_BACK

	}

}
