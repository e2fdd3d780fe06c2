/**
 * Versions of packs, and which is active. In: packs from the places that the
 * configuration names, and from the operator. Out: the active version, and every earlier
 * one. Must stay true: what was published once is never changed and never removed, for
 * attempts are pinned to it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "audit", "yaml", "pack", "pack::kind", "content", "activity" })
package org.mentorprep.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
