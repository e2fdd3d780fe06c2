package org.mentorprep.attempt;

import java.util.UUID;

import org.mentorprep.CanonicalUuid;

/** Names one filling of one task by one person. */
public record AttemptId(UUID value) {

	/**
	 * The id as a URL holds it.
	 * @throws IllegalArgumentException if the text is none
	 */
	public static AttemptId of(String text) {
		return new AttemptId(CanonicalUuid.of(text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
