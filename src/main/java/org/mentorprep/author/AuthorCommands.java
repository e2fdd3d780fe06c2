package org.mentorprep.author;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.boot.logging.LoggingSystem;

import org.mentorprep.ConsoleCommand;
import org.mentorprep.pack.PackFiles;
import org.mentorprep.pack.PackZip;

/**
 * The commands of authors, which the program runs in place of the server: {@code check}
 * and {@code panel}.
 */
public final class AuthorCommands implements ConsoleCommand {

	private static final String CHECK = "check";

	private static final String PANEL = "panel";

	@Override
	public boolean isMeant(String... args) {
		return args.length > 0 && Set.of(CHECK, PANEL).contains(args[0]);
	}

	@Override
	public int run(String... args) {
		// Without a Spring context nothing configures the log, and all of it would be
		// printed.
		LoggingSystem.get(AuthorCommands.class.getClassLoader()).beforeInitialize();
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
		List<String> rest = Arrays.asList(args).subList(1, args.length);
		return args[0].equals(PANEL) ? new PanelCommand(out, err).review(rest) : new CheckCommand(out, err).check(rest);
	}

	/** The exit status of a command, for scripts. */
	final static class ExitStatus {

		/** Nothing is wrong. */
		static final int GOOD = 0;

		/** Problems were found and printed. */
		static final int PROBLEMS = 1;

		/** Something could not be read, or the arguments are wrong. */
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

	/** Reads the files of a pack from a folder or a zip file. */
	final static class PackPlace {

		private static final String PACK_YAML = "pack.yaml";

		private static final int FOLDERS_DOWN = 4;

		private PackPlace() {
		}

		/**
		 * @throws IOException if it can't be read; the message says so to authors
		 * @throws org.mentorprep.pack.PackRefused if it holds no pack
		 */
		static PackFiles files(String place) throws IOException {
			try {
				Path path = Path.of(place).toAbsolutePath().normalize();
				if (Files.isRegularFile(path)) {
					try (InputStream stream = Files.newInputStream(path)) {
						return new PackZip().files(place, stream);
					}
				}
				if (Files.isReadable(path.resolve(PACK_YAML))) {
					return PackFiles.in(path.toUri().toString());
				}
			}
			catch (IOException | UncheckedIOException | InvalidPathException ex) {
				throw new IOException(unreadable(place), ex);
			}
			throw new IOException(unreadable(place));
		}

		/** The folder of a pack some folders down. */
		private static Optional<Path> packBelow(String place) {
			try (Stream<Path> found = Files.find(Path.of(place), FOLDERS_DOWN,
					(path, kind) -> kind.isRegularFile() && path.endsWith(PACK_YAML))) {
				return found.findFirst().map(Path::getParent);
			}
			catch (IOException | UncheckedIOException | InvalidPathException ex) {
				return Optional.empty();
			}
		}

		private static String unreadable(String place) {
			return packBelow(place).map((folder) -> place + " is no pack; there is one in " + folder + ".")
				.orElse(place + " can't be read: there is no folder with a pack.yaml and no zip file.");
		}

	}

}
