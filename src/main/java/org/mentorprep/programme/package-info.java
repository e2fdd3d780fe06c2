/**
 * What a course asks of its mentors. In: a link. Out: the modules it asks for, and those
 * it offers. Must stay true: a link never shows any other module, and what is offered
 * never touches the grade.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "launch", "content" })
package org.mentorprep.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
