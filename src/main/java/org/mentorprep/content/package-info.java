/**
 * The library: published, immutable versions of what authors wrote. In: pack folders.
 * Out: packs, modules, pages, tasks, exercises. Must stay true: what was published once
 * is never changed and never removed, for attempts are pinned to it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "audit", "activity", "activity::dialogue", "activity::rate",
		"activity::classify", "activity::order", "activity::highlight", "activity::rewrite" })
package org.mentorprep.content;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
