package org.mentorprep.completion;

import java.util.List;

import org.mentorprep.activity.Dimension;
import org.mentorprep.content.TaskId;

/**
 * The best result in one task. A passed attempt is better than any that is not passed;
 * among equals the higher score counts.
 *
 * @param points of 100
 * @param below critical dimensions below the floor in that attempt
 * @param tries how often the task was finished
 */
public record TaskResult(TaskId task, int points, boolean passed, List<Dimension> below, int tries) {
}
