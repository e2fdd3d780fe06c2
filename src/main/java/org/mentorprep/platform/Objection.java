package org.mentorprep.platform;

/**
 * What is wrong with one value that somebody wrote. Said in a file's words on the
 * console, and beside the field on a page.
 *
 * @param key ends the key of its words on a page
 * @param sentence its words on the console and in the log, after the name of the field
 */
public record Objection(String key, String sentence) {

	static Objection tooLong(int maxLength) {
		return new Objection("too-long", "is longer than " + maxLength + " characters");
	}

}
