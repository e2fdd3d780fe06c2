/**
 * What a course asks of its mentors. In: a link. Out: the modules it asks for. Must stay
 * true: a link never shows a module that it does not ask for.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "launch", "content" })
package org.mentorprep.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
