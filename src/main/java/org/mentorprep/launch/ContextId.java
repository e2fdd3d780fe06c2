package org.mentorprep.launch;

import java.util.UUID;

/** Names one course of one platform. */
public record ContextId(UUID value) {

	@Override
	public String toString() {
		return this.value.toString();
	}

}
