/**
 * Course staff place a programme or modules in a course (Deep Linking 2.0). In: {@code
 * DeepLinkingRequested}, a choice. Out: the signed response that brings activities to the
 * LMS. Must stay true: a request is answered once, by whoever it came with, and only
 * where it says itself.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "lti::message", "platform", "launch", "library", "content", "programme" })
package org.mentorprep.deeplink;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
