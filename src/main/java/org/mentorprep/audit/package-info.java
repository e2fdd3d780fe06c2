/**
 * The ledger: who did what, when and why. In: acts of rooms after it. Out: what was
 * written, newest first. Must stay true: an entry is only ever added, never changed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.mentorprep.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
