/**
 * From files to the model. In: the files of a pack. Out: the pack, or all problems at
 * once, each with file, line and a plain sentence; and a report of what there is. Must
 * stay true: nothing in a pack can run, and a warning never stops one, for a program
 * can't judge prose.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "yaml", "content", "activity", "activity::dialogue", "activity::rate",
		"activity::classify", "activity::order", "activity::highlight", "activity::rewrite" })
package org.mentorprep.pack;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
