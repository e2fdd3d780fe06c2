package org.mentorprep.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;

import org.mentorprep.yaml.Problems;

/**
 * The texts of a pack by path, in a form that is the same wherever they were read from:
 * sorted, line breaks as LF, no byte order mark. What is stored and hashed.
 */
public record PackFiles(SortedMap<String, String> texts) {

	static final String PACK_YAML = "pack.yaml";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Pattern LINE_BREAK = Pattern.compile("\r\n?");

	public PackFiles {
		SortedMap<String, String> same = new TreeMap<>();
		texts.forEach((path, text) -> same.put(path, LINE_BREAK.matcher(withoutMark(text)).replaceAll("\n")));
		texts = Collections.unmodifiableSortedMap(same);
	}

	/**
	 * Reads the files of a folder: of a directory, or of the class path, inside a jar
	 * too.
	 * @param location a Spring resource location, for example
	 * {@code classpath:packs/mentor-prep} or {@code file:/srv/packs/ours}
	 * @throws PackRefused if it holds no pack, or something that is no text
	 */
	public static PackFiles in(String location) {
		return in(location, new PathMatchingResourcePatternResolver());
	}

	/** Whether a location holds a pack, right or wrong. */
	public static boolean exist(String location) {
		String folder = location.endsWith("/") ? location : location + "/";
		return new PathMatchingResourcePatternResolver().getResource(folder + PACK_YAML).exists();
	}

	static PackFiles in(String location, ResourcePatternResolver resources) {
		Builder files = new Builder(location);
		try {
			String folder = location.endsWith("/") ? location : location + "/";
			Resource pack = resources.getResource(folder + PACK_YAML);
			if (!pack.exists()) {
				throw files.refused(PACK_YAML, "There is no pack.yaml in " + location + ".");
			}
			String url = pack.getURL().toString();
			files.addAll(resources.getResources(folder + "**"), url.substring(0, url.length() - PACK_YAML.length()));
			return files.build();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Reads what {@link #toJson()} wrote. */
	public static PackFiles fromJson(String json) {
		Map<String, String> texts = JSON.readValue(json, new TypeReference<>() {
		});
		return new PackFiles(new TreeMap<>(texts));
	}

	public String toJson() {
		return JSON.writeValueAsString(this.texts);
	}

	/** SHA-256 of the JSON, in hexadecimal: the same for the same content. */
	public String hash() {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(toJson().getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	private static String withoutMark(String text) {
		return text.startsWith("\uFEFF") ? text.substring(1) : text;
	}

	/**
	 * Adds file by file, within limits that keep a pack from filling the memory. Collects
	 * what is wrong with any of them.
	 */
	static final class Builder {

		private static final int MAX_FILES = 500;

		private static final int MAX_BYTES = 200_000;

		private static final int MAX_BYTES_IN_ALL = 10_000_000;

		private final String location;

		private final SortedMap<String, String> texts = new TreeMap<>();

		private final Problems problems = new Problems();

		private long size;

		/**
		 * @param location shown to people if the pack is refused
		 */
		Builder(String location) {
			this.location = location;
		}

		/** Whether a file is left out, such as those of version control. */
		static boolean hidden(String path) {
			return path.startsWith(".") || path.contains("/.") || path.startsWith("__MACOSX/");
		}

		/**
		 * @param root URL that all paths of the pack begin with
		 */
		void addAll(Resource[] resources, String root) throws IOException {
			for (Resource resource : resources) {
				String url = resource.getURL().toString();
				String path = url.startsWith(root) ? decoded(url.substring(root.length())) : "";
				if (path.isEmpty() || path.endsWith("/") || hidden(path) || !resource.isReadable()) {
					continue;
				}
				try (InputStream stream = resource.getInputStream()) {
					add(path, stream);
				}
			}
		}

		void add(String path, InputStream stream) throws IOException {
			if (this.texts.size() == MAX_FILES) {
				throw refused(path, "A pack has at most " + MAX_FILES + " files.");
			}
			byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
			this.size += bytes.length;
			if (this.size > MAX_BYTES_IN_ALL) {
				throw refused(path, "A pack has at most " + MAX_BYTES_IN_ALL / 1_000_000 + " MB of text.");
			}
			String text = "";
			if (bytes.length > MAX_BYTES) {
				problem(path, "This file is larger than " + MAX_BYTES / 1000 + " kB.");
			}
			else {
				try {
					// A new decoder reports what is no UTF-8; a String would hide it.
					text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
				}
				catch (CharacterCodingException ex) {
					problem(path, "This file is no text in UTF-8.");
				}
			}
			if (this.texts.put(path, text) != null) {
				problem(path, "This file is there twice.");
			}
		}

		/** Adds a problem that does not end the reading. */
		void problem(String path, String sentence) {
			this.problems.add(path, 1, sentence);
		}

		/** The exception for a problem after which there is no sense in reading on. */
		PackRefused refused(String path, String sentence) {
			problem(path, sentence);
			return new PackRefused(this.location, this.problems.inReadingOrder());
		}

		PackFiles build() {
			if (!this.problems.none()) {
				throw new PackRefused(this.location, this.problems.inReadingOrder());
			}
			return new PackFiles(this.texts);
		}

		private static String decoded(String path) {
			return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
		}

	}

}
