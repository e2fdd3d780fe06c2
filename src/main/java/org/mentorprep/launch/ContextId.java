package org.mentorprep.launch;

import java.io.Serializable;
import java.util.UUID;

/** Names one course of one platform. */
public record ContextId(UUID value) implements Serializable {

	@Override
	public String toString() {
		return this.value.toString();
	}

}
