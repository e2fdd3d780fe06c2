package org.mentorprep;

import java.util.UUID;

/** Reads UUIDs as our URLs hold them. */
public final class CanonicalUuid {

	private CanonicalUuid() {
	}

	/**
	 * Java takes short forms such as {@code 1-1-1-1-1} too; here one thing has one URL.
	 * @throws IllegalArgumentException if the text is no UUID in its full form and in
	 * small letters
	 */
	public static UUID of(String text) {
		UUID id = UUID.fromString(text);
		if (!id.toString().equals(text)) {
			throw new IllegalArgumentException("Not the full form of a UUID");
		}
		return id;
	}

}
