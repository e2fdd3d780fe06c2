package org.mentorprep.launch;

import java.io.Serializable;
import java.util.UUID;

/** Names one human being, who may be a learner on several platforms. */
public record PersonId(UUID value) implements Serializable {

	@Override
	public String toString() {
		return this.value.toString();
	}

}
