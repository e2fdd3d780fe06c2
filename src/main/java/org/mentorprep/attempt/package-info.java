/**
 * A mentor works through a task; every answer is kept. Course staff and the operator see
 * the same pages as a preview, and nothing of that is kept. In: answers. Out:
 * {@code AttemptBegun}, {@code AttemptScored}. Must stay true: an answer once
 * acknowledged is never lost and never changed, and an attempt keeps the version it began
 * on.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "launch", "library", "content", "activity", "programme", "audit" })
package org.mentorprep.attempt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
