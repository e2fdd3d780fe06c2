package org.mentorprep.attempt;

import org.mentorprep.content.TaskId;

/**
 * An attempt that was begun and not finished.
 *
 * @param step the step to answer next, from 1
 * @param recap one sentence that recalls where one was; empty before the first answer
 */
public record OpenAttempt(AttemptId id, TaskId task, int step, String recap) {
}
