/**
 * The LMSs we trust, and the keys we show them. In: the platforms file, the operator,
 * LMSs that register. Out: platforms, their keys, our signing key. Must stay true: nobody
 * is trusted who was not registered, and a private key never leaves this room but to
 * sign.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "lti::message", "audit" })
package org.mentorprep.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
