package org.mentorprep.content.authoring.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.springframework.boot.logging.LoggingSystem;

/** What authors start the program for in place of the server. */
public final class AuthorCommands {

	private static final String CHECK = "check";

	private static final String PANEL = "panel";

	private AuthorCommands() {
	}

	/** Whether the program was started for one of them. */
	public static boolean isAsked(String... args) {
		return args.length > 0 && Set.of(CHECK, PANEL).contains(args[0]);
	}

	/** Does what the arguments say, on the console. The result is the exit status. */
	public static int run(String... args) {
		// Without a Spring context nobody configures the log, and all of it would be
		// printed.
		LoggingSystem.get(AuthorCommands.class.getClassLoader()).beforeInitialize();
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
		List<String> rest = Arrays.asList(args).subList(1, args.length);
		return args[0].equals(PANEL) ? new PanelReview(out, err).review(rest) : new PackChecker(out, err).check(rest);
	}

}
