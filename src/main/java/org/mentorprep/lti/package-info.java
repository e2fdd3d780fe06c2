/**
 * The LTI 1.3 wire as the specs word it: {@code message} reads what the LMS sends through
 * the browser, {@code service} calls what the LMS offers. In: tokens, URLs. Out: typed
 * messages, answers of the services. Must stay true: no database, no Spring MVC, and
 * nothing here knows mentors or modules.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.mentorprep.lti;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
