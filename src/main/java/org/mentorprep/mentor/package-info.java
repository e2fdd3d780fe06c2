/**
 * The home of the mentor: what is asked of me, where I am. In: questions of the browser.
 * Out: pages. Must stay true: it asks, it never writes.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "launch", "content", "activity", "programme", "attempt", "completion",
		"passback", "diagnostic" })
package org.mentorprep.mentor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
