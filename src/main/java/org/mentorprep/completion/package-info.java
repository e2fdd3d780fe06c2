/**
 * What counts: the best result of each task, completed or not, on which version, of
 * modules and of programmes. In: {@code AttemptScored}, {@code LinkLaunched}. Out:
 * {@code ModuleProgressed} and standings. Must stay true: neither a worse attempt nor
 * another version lowers a result, and completed stays completed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "audit", "launch", "content", "activity", "programme", "attempt" })
package org.mentorprep.completion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
