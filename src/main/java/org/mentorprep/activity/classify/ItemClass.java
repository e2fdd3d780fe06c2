package org.mentorprep.activity.classify;

/**
 * A class to sort into.
 *
 * @param hint one line that says what belongs in it; empty if there is none
 */
public record ItemClass(String id, String name, String hint) {
}
