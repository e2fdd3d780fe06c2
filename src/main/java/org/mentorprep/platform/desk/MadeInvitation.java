package org.mentorprep.platform.desk;

import java.net.URI;
import java.time.Instant;

/** An invitation just made; its address is shown this once. */
public record MadeInvitation(String name, Instant expiresAt, URI address) {
}
