package org.mentorprep.mentor;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mentorprep.attempt.AttemptId;
import org.mentorprep.content.DimensionWords;
import org.mentorprep.content.Module;
import org.mentorprep.content.Page;
import org.mentorprep.content.Task;
import org.mentorprep.launch.LinkId;

/**
 * What the template {@code mentor/pause} needs: what stands before a third try and every
 * one after it.
 *
 * @param next which try comes next, from 3
 * @param cameUp what stayed below what is needed in every try
 * @param debrief of the best try
 * @param read what to read first; absent if the module has no pages
 */
record PausePage(LinkId link, Module module, Task task, int next, List<DimensionWords> cameUp, AttemptId debrief,
		@Nullable Page read) {
}
