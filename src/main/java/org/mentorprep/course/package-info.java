/**
 * What course staff see of the mentors of their course. In: questions of the browser.
 * Out: pages. Must stay true: states and dates only; what somebody answered, wrote or
 * scored stays theirs.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "launch", "library", "content", "programme", "attempt", "progress",
		"passback", "audit" })
package org.mentorprep.course;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
