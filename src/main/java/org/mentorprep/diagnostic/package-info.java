/**
 * What a mentor knows already of a module. In: answers to a few questions drawn from the
 * diagnostic of the module. Out: whether its reading is optional for this person. Must
 * stay true: it frees from the reading and from nothing else; no grade and no progress
 * depends on it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "launch", "library", "content", "activity", "activity::rate",
		"activity::classify", "activity::order", "programme" })
package org.mentorprep.diagnostic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
