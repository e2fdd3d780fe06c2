package org.mentorprep.content.publishing;

import java.time.Instant;

import org.mentorprep.content.PublishedPackId;

/** One version on the shelf, without its files. */
public record Release(PublishedPackId id, String name, String version, String hash, Instant publishedAt) {

	ReleaseNumber number() {
		return ReleaseNumber.of(this.version);
	}

}
