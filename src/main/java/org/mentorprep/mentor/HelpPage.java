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
}
