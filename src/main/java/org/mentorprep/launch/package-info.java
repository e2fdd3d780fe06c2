/**
 * The front door: checks who comes in and from where, and who they are here. In: login
 * initiations and id_tokens. Out: the session, {@code LinkLaunched}. Must stay true: no
 * session without a token that passed every check, and each state opens the door once.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "lti::message", "platform" })
package org.mentorprep.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
