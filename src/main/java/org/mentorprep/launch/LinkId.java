package org.mentorprep.launch;

import java.io.Serializable;
import java.util.UUID;

/**
 * Names one placement of the tool in a course: (registration, deployment, resource link
 * id).
 */
public record LinkId(UUID value) implements Serializable {

	@Override
	public String toString() {
		return this.value.toString();
	}

}
