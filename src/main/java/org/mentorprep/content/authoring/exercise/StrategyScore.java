package org.mentorprep.content.authoring.exercise;

/**
 * What a way of answering earns.
 *
 * @param strategy what it does, for authors, for example
 * {@code always the longest option}
 * @param score expected score, 0 to 1
 */
public record StrategyScore(String strategy, double score) {
}
