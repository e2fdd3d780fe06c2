package org.mentorprep.mentor;

import org.mentorprep.launch.LinkId;

/**
 * What the template {@code mentor/help} needs, at {@code /links/{link}/help}. All else on
 * it is words.
 *
 * @param single whether the link stands for one module alone
 * @param graded whether a grade of this person belongs in the gradebook
 */
record HelpPage(LinkId link, boolean single, boolean graded) {

	/**
	 * What the template {@code mentor/keys} needs, at {@code /links/{link}/help/keys}:
	 * how far the marks can be trusted.
	 *
	 * @param exercises how many there are
	 * @param drafts how many of them no panel has reviewed
	 */
	record Keys(LinkId link, int exercises, int drafts) {

		public int reviewed() {
			return this.exercises - this.drafts;
		}

	}

}
