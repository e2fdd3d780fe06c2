package org.mentorprep.platform;

import org.jspecify.annotations.Nullable;

/** Says whether a text can be kept as a name or an id, wherever it was written. */
public final class PlainText {

	private PlainText() {
	}

	/** What is wrong with this text, or null if nothing is. */
	public static @Nullable Objection objection(String text, int maxLength) {
		if (text.isBlank()) {
			return new Objection("empty", "is empty");
		}
		if (!text.equals(text.strip())) {
			return new Objection("blank-edge", "begins or ends with a blank");
		}
		if (text.chars().anyMatch(Character::isISOControl)) {
			return new Objection("control", "holds a line break or another control character");
		}
		return (text.length() > maxLength) ? Objection.tooLong(maxLength) : null;
	}

}
