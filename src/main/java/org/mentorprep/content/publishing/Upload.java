package org.mentorprep.content.publishing;

import java.time.Instant;
import java.util.UUID;

/** A pack that was uploaded and waits to be published, without its files. */
public record Upload(UUID id, String name, String version, Instant at) {
}
