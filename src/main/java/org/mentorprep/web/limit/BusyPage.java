package org.mentorprep.web.limit;

/**
 * What a page says to whoever knocked too often.
 *
 * @param seconds after which it is worth trying again
 */
public record BusyPage(long seconds) {
}
