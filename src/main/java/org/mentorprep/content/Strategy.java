package org.mentorprep.content;

/**
 * What a way of answering earns in an exercise, worked out exactly.
 *
 * @param way what it does, for staff, for example {@code always the longest option}
 * @param points expected points of 100
 */
public record Strategy(String way, double points) {
}
