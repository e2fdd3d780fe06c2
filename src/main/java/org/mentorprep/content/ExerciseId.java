package org.mentorprep.content;

/**
 * Names an exercise within its pack: as authors wrote it, stable through all versions.
 */
public record ExerciseId(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
