/**
 * What counts: the best result of each task, completed or not, on which version, of
 * modules and of programmes. In: {@code AttemptBegun}, {@code AttemptScored},
 * {@code LinkLaunched}. Out: {@code ModuleProgressed}, {@code ModuleCompleted},
 * {@code ProgrammeCompleted} and progress. Must stay true: neither a worse attempt nor
 * another version lowers a result, and completed stays completed.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "audit", "launch", "library", "content", "activity", "programme", "attempt" })
package org.mentorprep.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
