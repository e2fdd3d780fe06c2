/**
 * Versions of packs, and which of them is active. In: packs that the configuration names,
 * and uploads of the operator. Out: the active version, and every earlier one. Must stay
 * true: a published version is never changed or deleted, because attempts are pinned to
 * it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "audit", "yaml", "pack", "pack::kind", "content" })
package org.mentorprep.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
