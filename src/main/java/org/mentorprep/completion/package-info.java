/**
 * What counts: the best result of each task, completed or not, on which version. In:
 * {@code AttemptScored}. Out: {@code ModuleProgressed} and standings. Must stay true: a
 * worse attempt never lowers a result, and completed stays completed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "audit", "launch", "content", "activity", "programme", "attempt" })
package org.mentorprep.completion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
