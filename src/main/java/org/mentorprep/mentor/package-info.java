/**
 * The pages of a mentor: what is required of me, where I am. In: questions of the
 * browser. Out: pages. Must stay true: it asks, it never writes.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "launch", "library", "content", "activity", "programme", "attempt",
		"progress", "passback", "diagnostic" })
package org.mentorprep.mentor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
