package org.mentorprep.launch;

import java.io.Serializable;
import java.util.UUID;

/** Names a person as one platform knows them: (registration, sub). */
public record LearnerId(UUID value) implements Serializable {

	@Override
	public String toString() {
		return this.value.toString();
	}

}
