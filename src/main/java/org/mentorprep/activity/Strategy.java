package org.mentorprep.activity;

/**
 * What a way of answering earns in an exercise, worked out exactly.
 *
 * @param way what it does, for staff and authors, for example
 * {@code always the longest option}
 * @param score expected score, 0 to 1
 */
public record Strategy(String way, double score) {

	/** Expected points of 100. */
	public double points() {
		return this.score * 100;
	}

}
