package org.mentorprep.content;

/**
 * Names a programme within the packs: as authors wrote it, stable through all versions.
 */
public record ProgrammeId(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
