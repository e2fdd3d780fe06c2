package org.mentorprep.lti.message;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Text that people see as it is meant: without signs that turn the direction of the words
 * around them (Unicode Standard Annex 9, section 2), and not without anything to see.
 */
public final class VisibleText {

	/**
	 * Signs that turn the direction of the words around them, for a class of a pattern.
	 */
	public static final String DIRECTION_SIGNS = "\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069";

	private static final Pattern DIRECTIONS = Pattern.compile("[" + DIRECTION_SIGNS + "]");

	/**
	 * Signs that leave no mark: separators, controls, formats, marks without a letter,
	 * what is not assigned, and letters that are empty by design (the fillers of Hangul,
	 * the blank of Braille).
	 */
	private static final Pattern UNSEEN = Pattern.compile("[\\p{Z}\\p{C}\\p{M}\\u115F\\u1160\\u3164\\uFFA0\\u2800]*");

	private VisibleText() {
	}

	/** The text without signs of direction; absent if there is nothing to see in it. */
	public static @Nullable String of(String text) {
		String plain = DIRECTIONS.matcher(text).replaceAll("").strip();
		return UNSEEN.matcher(plain).matches() ? null : plain;
	}

	/** Whether a sign turns the direction of the words around it. */
	public static boolean isDirection(int sign) {
		return DIRECTIONS.matcher(Character.toString(sign)).matches();
	}

}
