/**
 * The ledger: who did what, when and why. In: acts of the packages after it. Out: the
 * lines, newest first, and whether they are as they were written. Must stay true: a line
 * is only ever added, and no writer waits for another.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.mentorprep.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
