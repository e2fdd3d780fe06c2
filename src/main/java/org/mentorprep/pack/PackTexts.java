package org.mentorprep.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

import org.mentorprep.yaml.Problems;

/**
 * Gathers the texts of a pack, wherever they come from, within limits, so that nothing
 * swallows the memory.
 */
class PackTexts {

	private static final int MAX_FILES = 500;

	private static final int MAX_BYTES = 200_000;

	private static final int MAX_BYTES_IN_ALL = 10_000_000;

	private final String location;

	private final SortedMap<String, String> texts = new TreeMap<>();

	private final Problems problems = new Problems();

	private long size;

	/**
	 * @param location told to people
	 */
	PackTexts(String location) {
		this.location = location;
	}

	/** Files that are left alone, such as those of version control. */
	static boolean hidden(String path) {
		return path.startsWith(".") || path.contains("/.") || path.startsWith("__MACOSX/");
	}

	/** Takes one file in; what is wrong with it is told with all the rest. */
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
			this.problems.add(path, 1, "This file is larger than " + MAX_BYTES / 1000 + " kB.");
		}
		else {
			try {
				// A new decoder reports what is no UTF-8; a String would hide it.
				text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			}
			catch (CharacterCodingException ex) {
				this.problems.add(path, 1, "This file is no text in UTF-8.");
			}
		}
		if (this.texts.put(path, text) != null) {
			this.problems.add(path, 1, "This file is there twice.");
		}
	}

	/** Told with all the rest. */
	void problem(String path, String sentence) {
		this.problems.add(path, 1, sentence);
	}

	/** Ends it here: there is no sense in reading on. */
	PackRefused refused(String path, String sentence) {
		this.problems.add(path, 1, sentence);
		return new PackRefused(this.location, this.problems.inReadingOrder());
	}

	PackFiles files() {
		if (!this.problems.none()) {
			throw new PackRefused(this.location, this.problems.inReadingOrder());
		}
		return new PackFiles(this.texts);
	}

}
