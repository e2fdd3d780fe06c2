package org.mentorprep.platform.registration;

import java.time.Instant;
import java.util.UUID;

/**
 * Lets one LMS register itself. Its secret is known to whoever got it from the operator.
 *
 * @param name for the platform that comes of it
 * @param host and port of the LMS, the only one that may use it
 */
public record Invitation(UUID id, String name, String host, Instant expiresAt) {
}
