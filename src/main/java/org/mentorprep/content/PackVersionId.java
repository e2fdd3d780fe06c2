package org.mentorprep.content;

import java.util.UUID;

import org.mentorprep.CanonicalUuid;

/** Names one published version of a pack; what an attempt is pinned to. */
public record PackVersionId(UUID value) {

	/**
	 * The id as a URL holds it.
	 * @throws IllegalArgumentException if the text is none
	 */
	public static PackVersionId of(String text) {
		return new PackVersionId(CanonicalUuid.of(text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
