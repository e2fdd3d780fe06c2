/**
 * A mentor works through a task; every answer is kept. In: answers. Out:
 * {@code AttemptScored}. Must stay true: an answer once acknowledged is never lost and
 * never changed, and an attempt keeps the version it began on.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "launch", "content", "activity", "programme" })
package org.mentorprep.attempt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
