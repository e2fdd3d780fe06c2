package org.mentorprep.content.authoring.command;

/** How the commands of authors end, for scripts. */
final class ExitStatus {

	/** Nothing is wrong. */
	static final int GOOD = 0;

	/** There are problems, and they were told. */
	static final int PROBLEMS = 1;

	/** Something could not be read, or was not asked for in the right way. */
	static final int UNREADABLE = 2;

	private ExitStatus() {
	}

	static String word(int status) {
		return switch (status) {
			case GOOD -> "good";
			case PROBLEMS -> "problems";
			default -> "unreadable";
		};
	}

}
