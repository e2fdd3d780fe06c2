package org.mentorprep.content.authoring.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import org.mentorprep.content.authoring.PackFiles;
import org.mentorprep.content.authoring.PackFolder;
import org.mentorprep.content.authoring.PackZip;

/** Fetches packs from where authors say that they lie: a folder or a zip file. */
final class PackPlace {

	private PackPlace() {
	}

	/**
	 * @throws IOException if it can't be read; the message says so to authors
	 * @throws org.mentorprep.content.authoring.PackRefused if it holds no pack
	 */
	static PackFiles files(String place) throws IOException {
		try {
			Path path = Path.of(place).toAbsolutePath().normalize();
			if (Files.isRegularFile(path)) {
				try (InputStream stream = Files.newInputStream(path)) {
					return new PackZip().files(place, stream);
				}
			}
			if (Files.isReadable(path.resolve("pack.yaml"))) {
				return new PackFolder(new PathMatchingResourcePatternResolver()).files(path.toUri().toString());
			}
		}
		catch (IOException | UncheckedIOException | InvalidPathException ex) {
			throw new IOException(unreadable(place), ex);
		}
		throw new IOException(unreadable(place));
	}

	private static String unreadable(String place) {
		return place + " can't be read: there is no folder with a pack.yaml and no zip file.";
	}

}
