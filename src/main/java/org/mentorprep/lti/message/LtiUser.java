package org.mentorprep.lti.message;

import org.jspecify.annotations.Nullable;

/**
 * Who sits at the LMS (LTI 1.3 core, section 5.3.6).
 *
 * @param sub stable id within the issuer, at most 255 characters
 * @param name full name; absent if the LMS keeps it to itself
 */
public record LtiUser(String sub, @Nullable String name) {
}
