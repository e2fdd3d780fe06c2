/**
 * The model of a course: packs, programmes, modules, pages, tasks, exercises,
 * diagnostics. In: what the files of a pack describe. Out: immutable values. Must stay
 * true: pure; no Spring, no SQL, no files.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "activity")
package org.mentorprep.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
