package org.mentorprep.content;

import java.util.List;
import java.util.Map;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.Dimension;
import org.mentorprep.content.authoring.exercise.ExerciseKinds;

/**
 * One exercise, ready to be worked.
 *
 * @param draftKey whether no panel has reviewed the key yet, which the product says
 * @param tips what to try next, shown for the dimensions that went least well
 * @param contentNote said beforehand where it touches something that can hurt; empty if
 * there is nothing to say
 * @param reflection question for the mentor's own thought at the end
 */
public record Exercise(ExerciseId id, String title, int minutes, boolean draftKey, Activity activity,
		Map<Dimension, String> tips, String contentNote, String reflection) {

	/**
	 * What ways of answering earn that need no understanding, the best possible one
	 * first. For those who look after the exercise.
	 */
	public List<Strategy> strategies() {
		return ExerciseKinds.named(this.activity.kind())
			.map((kind) -> kind.strategies(this.activity))
			.orElse(List.of())
			.stream()
			.map((score) -> new Strategy(score.strategy(), score.score() * 100))
			.toList();
	}

}
