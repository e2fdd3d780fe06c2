package org.mentorprep;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.core.env.Environment;

/**
 * What else must fit before the database is opened: settings of Spring Boot that can't go
 * with ours, and a folder for the file of H2. H2 itself would answer a folder that it
 * can't write to with stack traces.
 */
record Surroundings(Environment environment) {

	private static final Pattern H2_FILE = Pattern.compile("jdbc:h2:(?:file:)?((?:[./~]|[A-Za-z]:[/\\\\])[^;]*).*");

	/** One sentence each. */
	Stream<String> problems() {
		return Stream.concat(prefixes(), file().flatMap(Surroundings::problem).stream());
	}

	/** The tool lives at the root of its host, see {@code ToolUrl}. */
	private Stream<String> prefixes() {
		return List.of("server.servlet.context-path", "spring.mvc.servlet.path").stream().filter((name) -> {
			String path = this.environment.getProperty(name, "");
			return !path.isBlank() && !path.equals("/");
		})
			.map((name) -> name + " '" + this.environment.getProperty(name)
					+ "' can't be used: the tool needs a host name of its own.");
	}

	private Optional<Path> file() {
		Matcher url = H2_FILE.matcher(this.environment.getProperty("spring.datasource.url", ""));
		if (!url.matches()) {
			return Optional.empty();
		}
		try {
			String path = url.group(1).replaceFirst("^~", Matcher.quoteReplacement(System.getProperty("user.home")));
			return Optional.of(Path.of(path + ".mv.db").toAbsolutePath().normalize());
		}
		catch (InvalidPathException ex) {
			return Optional.empty();
		}
	}

	private static Optional<String> problem(Path file) {
		Path place = file;
		while (!Files.exists(place) && place.getParent() != null) {
			place = place.getParent();
		}
		boolean fits = place.equals(file) ? Files.isRegularFile(place) : Files.isDirectory(place);
		if (fits && Files.isWritable(place)) {
			return Optional.empty();
		}
		return Optional.of("spring.datasource.url: the database can't be written to " + file + ", because " + place
				+ (fits ? " is read-only for the user who starts the tool." : " is in its way.")
				+ " Allow that user to write there, or let the URL name another place.");
	}

}
