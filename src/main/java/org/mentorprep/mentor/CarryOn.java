package org.mentorprep.mentor;

import org.mentorprep.attempt.AttemptId;
import org.mentorprep.content.ModuleId;

/**
 * The panel 'Carry on where you were'. The button leads to
 * {@code /links/{link}/attempts/{attempt}}.
 *
 * @param recap one sentence that recalls where one was; empty before the first answer
 * @param tasksLeft required tasks of the module not passed yet
 * @param minutesLeft honest minutes for them
 */
record CarryOn(AttemptId attempt, ModuleId module, String moduleTitle, String taskTitle, String recap, int tasksLeft,
		int minutesLeft) {
}
