package org.mentorprep.launch;

import java.io.Serializable;
import java.util.UUID;

import org.mentorprep.CanonicalUuid;

/** Names a person as one platform knows them: (registration, sub). */
public record LearnerId(UUID value) implements Serializable {

	/**
	 * The id as a URL holds it.
	 * @throws IllegalArgumentException if the text is none
	 */
	public static LearnerId of(String text) {
		return new LearnerId(CanonicalUuid.of(text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
