package org.mentorprep.content;

/** Names a task within its module: as authors wrote it, stable through all versions. */
public record TaskId(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
