package org.mentorprep.content.authoring.panel;

/**
 * What one of the panel said of one item.
 *
 * @param exercise id of the exercise
 * @param item code of the item
 * @param panelist whoever said it
 * @param givesAway whether the item gives itself away
 */
public record PanelAnswer(String exercise, String item, String panelist, String answer, boolean givesAway) {
}
