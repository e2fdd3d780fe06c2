package org.mentorprep.content.authoring.command;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import org.mentorprep.content.authoring.PackFiles;
import org.mentorprep.content.authoring.PackFolder;
import org.mentorprep.content.authoring.PackReader;
import org.mentorprep.content.authoring.PackRefused;
import org.mentorprep.content.authoring.PackZip;
import org.mentorprep.content.authoring.check.PackReport;

/** Checks packs at the command line: {@code check [--json] <folder or zip file>…}. */
public final class PackChecker {

	/** Every pack may be published. */
	public static final int GOOD = 0;

	/** Some pack has problems. */
	public static final int PROBLEMS = 1;

	/** Something could not be read, or was not asked for in the right way. */
	public static final int UNREADABLE = 2;

	private static final String COMMAND = "check";

	private static final String AS_JSON = "--json";

	private final PrintStream out;

	private final PrintStream err;

	private final PackReader reader = new PackReader();

	PackChecker(PrintStream out, PrintStream err) {
		this.out = out;
		this.err = err;
	}

	/** Whether the program was started for this. */
	public static boolean isAsked(String... args) {
		return args.length > 0 && args[0].equals(COMMAND);
	}

	/** Does what the arguments say, on the console. The result is the exit status. */
	public static int run(String... args) {
		// Without a Spring context nobody configures the log, and all of it would be
		// printed.
		LoggingSystem.get(PackChecker.class.getClassLoader()).beforeInitialize();
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
		return new PackChecker(out, err).check(Arrays.asList(args).subList(1, args.length));
	}

	int check(List<String> args) {
		List<String> places = args.stream().filter((arg) -> !arg.startsWith("--")).toList();
		boolean json = args.contains(AS_JSON);
		if (places.isEmpty() || args.size() > places.size() + (json ? 1 : 0)) {
			this.err.println("Usage: java -jar mentorprep.jar check [--json] <folder or zip file of a pack>…");
			return UNREADABLE;
		}
		List<CheckedPack> packs = places.stream().map(this::checked).toList();
		new ReportPrinter(this.out, this.err).print(packs, json);
		return packs.stream().mapToInt(CheckedPack::status).max().orElse(UNREADABLE);
	}

	private CheckedPack checked(String place) {
		try {
			return new CheckedPack(place, this.reader.report(files(place)), "");
		}
		catch (PackRefused ex) {
			return new CheckedPack(place,
					new PackReport("", "", ex.problems(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()), "");
		}
		catch (IOException | UncheckedIOException | InvalidPathException ex) {
			return new CheckedPack(place, null,
					place + " can't be read: there is no folder with a pack.yaml and no zip file.");
		}
	}

	private static PackFiles files(String place) throws IOException {
		Path path = Path.of(place).toAbsolutePath().normalize();
		if (Files.isRegularFile(path)) {
			try (InputStream stream = Files.newInputStream(path)) {
				return new PackZip().files(place, stream);
			}
		}
		if (!Files.isReadable(path.resolve("pack.yaml"))) {
			throw new IOException("No pack in " + path);
		}
		return new PackFolder(new PathMatchingResourcePatternResolver()).files(path.toUri().toString());
	}

}
