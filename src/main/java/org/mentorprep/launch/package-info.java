/**
 * Login, launch and session: who comes in, from which course, and who they are here. In:
 * login initiations and id_tokens. Out: the session, {@code LinkLaunched}, {@code
 * DeepLinkingRequested}. Must stay true: no session without a token that passed every
 * check, and each state is spent by one token.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "lti::message", "platform", "registration", "audit" })
package org.mentorprep.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
