package org.mentorprep.launch;

import java.util.UUID;

import org.mentorprep.CanonicalUuid;

/** Names one course of one platform. */
public record ContextId(UUID value) {

	/**
	 * The id as a URL holds it.
	 * @throws IllegalArgumentException if the text is none
	 */
	public static ContextId of(String text) {
		return new ContextId(CanonicalUuid.of(text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
