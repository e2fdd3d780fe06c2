package org.mentorprep.platform;

import java.util.UUID;

import org.mentorprep.CanonicalUuid;

/** Names one registration of the tool with an LMS: one issuer and one client id. */
public record PlatformId(UUID value) {

	/**
	 * The id as a URL holds it.
	 * @throws IllegalArgumentException if the text is none
	 */
	public static PlatformId of(String text) {
		return new PlatformId(CanonicalUuid.of(text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
