package org.mentorprep.activity.order;

/**
 * Two steps whose order matters.
 *
 * @param first id of the step that comes earlier
 * @param then id of the step that comes later
 * @param why what goes wrong the other way round; empty if the author left it out
 */
public record OrderPair(String first, String then, String why) {
}
