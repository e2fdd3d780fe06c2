package org.mentorprep.attempt;

import org.mentorprep.content.ModuleId;
import org.mentorprep.content.TaskId;
import org.mentorprep.launch.LinkId;

/**
 * What every page of an attempt says about it: where it belongs and what it is called.
 *
 * @param moduleTitle for the way back to {@code /links/{link}/modules/{module}}, also for
 * 'Stop here and carry on later'
 * @param title title of the task, which is the h1
 * @param minutes honest minutes for the whole exercise
 * @param kind kind of the activity: name of the template below {@code activity/}
 * @param draftKey whether no panel has reviewed the key of the exercise yet
 * @param contentNote shown before the first step; empty if there is nothing to say
 * @param version version of the pack that this attempt is pinned to
 */
record AttemptHead(LinkId link, ModuleId module, String moduleTitle, TaskId task, String title, AttemptId attempt,
		int minutes, String kind, boolean draftKey, String contentNote, String version) {
}
