package org.mentorprep.content.publishing;

import java.time.Instant;

import org.mentorprep.content.PublishedPackId;

/**
 * Which version is in use.
 *
 * @param number grows with each choice
 * @param by {@code tool} at a start, or {@code operator}
 */
public record Choice(int number, PublishedPackId pack, String by, Instant at) {
}
