package org.mentorprep.content;

/** Names a page within its module: as authors wrote it, stable through all versions. */
public record PageId(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
