package org.mentorprep.activity.rewrite;

/**
 * A version to compare with.
 *
 * @param stronger whether it is the stronger one of the two
 * @param why what makes it stronger or weaker
 */
public record Exemplar(String text, boolean stronger, String why) {
}
