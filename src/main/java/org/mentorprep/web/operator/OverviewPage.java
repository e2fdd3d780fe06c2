package org.mentorprep.web.operator;

/**
 * What the overview shows.
 *
 * @param platforms how many LMSs are let in
 */
public record OverviewPage(int platforms) {
}
