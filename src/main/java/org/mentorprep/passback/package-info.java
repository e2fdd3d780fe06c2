/**
 * Brings every change of a grade to the LMS gradebook, however long it takes (AGS 2.0).
 * In: {@code ModuleProgressed}, {@code LinkLaunched}. Out: scores, and where they are.
 * Must stay true: a grade never says more than we do, and no HTTP call is made in a
 * transaction.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "lti::message", "lti::service", "platform", "audit", "launch", "library",
		"content", "activity", "programme", "progress" })
package org.mentorprep.passback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
