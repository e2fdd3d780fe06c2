package org.mentorprep.attempt;

import java.util.UUID;

/** Names one filling of one task by one person. */
public record AttemptId(UUID value) {

	@Override
	public String toString() {
		return this.value.toString();
	}

}
