package org.mentorprep;

/**
 * What the program can do at the console in place of serving pages. Found as a Java
 * service before Spring starts, so that the main class knows none of them.
 */
public interface ConsoleCommand {

	/** Whether the arguments of the program are meant for this command. */
	boolean isMeant(String... args);

	/** Does what the arguments say, on the console; gives the exit status. */
	int run(String... args);

}
