package org.mentorprep.content;

import java.util.List;

/**
 * Something to do in a module. It is filled from its pool of parallel exercises.
 *
 * @param minutes honest estimate of the author
 * @param weight share in the module's score, relative to the other tasks; above 0
 * @param required whether the module is not completed before this task is passed
 */
public record Task(TaskId id, String title, String why, int minutes, double weight, boolean required,
		List<ExerciseId> pool) {
}
