/**
 * What a link requires. In: a link. Out: the modules it requires, and those it offers.
 * Must stay true: a link never shows any other module, and what is offered never touches
 * the grade.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "launch", "library", "content" })
package org.mentorprep.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
