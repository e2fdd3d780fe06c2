/**
 * The post room: brings every change to the LMS gradebook, however long it takes. In:
 * {@code ModuleProgressed}, {@code LinkLaunched}. Out: scores, and where they are. Must
 * stay true: a grade never says more than we do, and no HTTP call is made in a
 * transaction.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "lti::service", "platform", "platform::keys", "audit", "launch", "content",
		"activity", "programme", "completion" })
package org.mentorprep.passback;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
