package org.mentorprep.content;

import java.util.Map;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.Dimension;

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
}
