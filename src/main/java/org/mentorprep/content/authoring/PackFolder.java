package org.mentorprep.content.authoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

import org.mentorprep.content.authoring.file.Problems;

/**
 * Fetches the texts of a pack from where it lies: the class path, inside a jar too, or a
 * directory. Keeps limits, so that nothing swallows the memory.
 */
public class PackFolder {

	private static final int MAX_FILES = 500;

	private static final int MAX_BYTES = 200_000;

	private final ResourcePatternResolver resources;

	public PackFolder(ResourcePatternResolver resources) {
		this.resources = resources;
	}

	/**
	 * @param location a Spring resource location, for example
	 * {@code classpath:packs/mentor-prep} or {@code file:/srv/packs/ours}
	 * @throws PackRefused if it holds no pack, or something that is no text
	 */
	public PackFiles files(String location) {
		Problems problems = new Problems();
		try {
			String folder = location.endsWith("/") ? location : location + "/";
			Resource pack = this.resources.getResource(folder + "pack.yaml");
			if (!pack.exists()) {
				problems.add("pack.yaml", 1, "There is no pack.yaml in " + location + ".");
				throw new PackRefused(location, problems.inReadingOrder());
			}
			String root = pack.getURL().toString();
			PackFiles files = read(folder, root.substring(0, root.length() - "pack.yaml".length()), problems);
			if (!problems.none()) {
				throw new PackRefused(location, problems.inReadingOrder());
			}
			return files;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private PackFiles read(String folder, String root, Problems problems) throws IOException {
		SortedMap<String, String> texts = new TreeMap<>();
		for (Resource resource : this.resources.getResources(folder + "**")) {
			String url = resource.getURL().toString();
			String path = url.startsWith(root) ? decoded(url.substring(root.length())) : "";
			if (path.isEmpty() || path.endsWith("/") || hidden(path) || !resource.isReadable()) {
				continue;
			}
			if (texts.size() == MAX_FILES) {
				problems.add(path, 1, "A pack has at most " + MAX_FILES + " files.");
				break;
			}
			texts.put(path, text(path, resource, problems));
		}
		return new PackFiles(texts);
	}

	private static String text(String path, Resource resource, Problems problems) throws IOException {
		try (InputStream stream = resource.getInputStream()) {
			byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
			if (bytes.length > MAX_BYTES) {
				problems.add(path, 1, "This file is larger than " + MAX_BYTES / 1000 + " kB.");
				return "";
			}
			// A new decoder reports what is no UTF-8; a String would hide it.
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			problems.add(path, 1, "This file is no text in UTF-8.");
			return "";
		}
	}

	private static boolean hidden(String path) {
		return path.startsWith(".") || path.contains("/.");
	}

	private static String decoded(String path) {
		return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
	}

}
