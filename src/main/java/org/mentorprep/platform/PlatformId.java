package org.mentorprep.platform;

import java.util.UUID;

/** Names one registration of the tool with an LMS: one issuer and one client id. */
public record PlatformId(UUID value) {

	@Override
	public String toString() {
		return this.value.toString();
	}

}
