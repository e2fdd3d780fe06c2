package org.mentorprep.launch;

import java.io.Serializable;
import java.util.UUID;

import org.mentorprep.CanonicalUuid;

/** Names one human being, who may be a learner on several platforms. */
public record PersonId(UUID value) implements Serializable {

	/**
	 * The id as a URL holds it.
	 * @throws IllegalArgumentException if the text is none
	 */
	public static PersonId of(String text) {
		return new PersonId(CanonicalUuid.of(text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
