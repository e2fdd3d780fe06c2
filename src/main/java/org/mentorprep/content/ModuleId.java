package org.mentorprep.content;

/** Names a module within the packs: as authors wrote it, stable through all versions. */
public record ModuleId(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
