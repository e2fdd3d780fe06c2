package org.mentorprep.content;

import java.util.UUID;

/** Names one published version of a pack; what an attempt is pinned to. */
public record PackVersionId(UUID value) {

	@Override
	public String toString() {
		return this.value.toString();
	}

}
