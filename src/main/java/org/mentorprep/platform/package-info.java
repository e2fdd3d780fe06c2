/**
 * The LMSs we trust, their keys and ours. In: registrations. Out: platforms, their keys,
 * our signing key, and which addresses may be called. Must stay true: nobody is trusted
 * who was not registered, and a private key never leaves this package but to sign.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "lti::message", "lti::service", "audit" })
package org.mentorprep.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
