package org.mentorprep.attempt;

import java.time.Instant;

import org.mentorprep.activity.Mark;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.PublishedPackId;
import org.mentorprep.content.TaskId;

/**
 * A finished attempt with its mark.
 *
 * @param pack the version it was worked on
 */
public record ScoredAttempt(AttemptId id, TaskId task, ExerciseId exercise, PublishedPackId pack, Mark mark,
		Instant finishedAt) {
}
