package org.mentorprep.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Reads the files of a pack from a zip file, in memory: nothing is written anywhere, so
 * that no path in it can lead out of the pack. A pack may lie in one folder of the file.
 */
public class PackZip {

	private static final String PACK_YAML = PackFiles.PACK_YAML;

	private static final int MAX_BYTES = 5_000_000;

	private static final int MAX_ENTRIES = 2_000;

	private static final int MAX_SKIPPED = 10_000_000;

	/**
	 * @param location shown to people, for example the name of the file
	 * @throws PackRefused if it holds no pack, or something that is no text
	 * @throws IOException if it can't be read at all
	 */
	public PackFiles files(String location, InputStream stream) throws IOException {
		PackFiles.Builder files = new PackFiles.Builder(location);
		byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
		if (bytes.length > MAX_BYTES) {
			throw files.refused(PACK_YAML, "A zip file of more than " + MAX_BYTES / 1_000_000 + " MB is no pack.");
		}
		for (String link : new Directory(bytes).links()) {
			throw files.refused(link, "This is a link to a file elsewhere, and no file.");
		}
		try (ZipInputStream zip = new MeasuredZip(bytes)) {
			unpack(zip, files);
		}
		catch (Bomb ex) {
			throw files.refused(PACK_YAML, "This zip file becomes very large when it is unpacked, so it is no pack.");
		}
		catch (ZipException | IllegalArgumentException ex) {
			throw files.refused(PACK_YAML, "This is no zip file that can be read.");
		}
		return withinFolder(files);
	}

	private static void unpack(ZipInputStream zip, PackFiles.Builder files) throws IOException {
		int entries = 0;
		for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
			String path = entry.getName();
			if (++entries > MAX_ENTRIES || leadsOut(path)) {
				throw files.refused(path, leadsOut(path) ? "This path leads out of the pack."
						: "A zip file with more than " + MAX_ENTRIES + " entries is no pack.");
			}
			if (PackFiles.Builder.hidden(path)) {
				zip.readNBytes(MAX_SKIPPED);
			}
			else if (!entry.isDirectory() && !path.endsWith(".yaml") && !path.endsWith(".md")) {
				files.problem(path, "A pack holds .yaml and .md files only.");
				zip.readNBytes(MAX_SKIPPED);
			}
			else if (!entry.isDirectory()) {
				files.add(path, zip);
			}
			if (zip.read() >= 0) {
				// What is too large is not unpacked to its end to find the next entry.
				throw files.refused(path, "This file is too large.");
			}
		}
		if (entries == 0) {
			throw files.refused(PACK_YAML, "This is no zip file, or there is nothing in it.");
		}
	}

	private static PackFiles withinFolder(PackFiles.Builder builder) {
		PackFiles files = builder.build();
		if (files.texts().containsKey(PACK_YAML)) {
			return files;
		}
		String first = files.texts().isEmpty() ? "" : files.texts().firstKey();
		String folder = first.substring(0, first.indexOf('/') + 1);
		boolean all = files.texts().keySet().stream().allMatch((path) -> path.startsWith(folder));
		if (folder.isEmpty() || !all || !files.texts().containsKey(folder + PACK_YAML)) {
			throw builder.refused(PACK_YAML, "There is no pack.yaml in it.");
		}
		SortedMap<String, String> inside = new TreeMap<>();
		files.texts().forEach((path, text) -> inside.put(path.substring(folder.length()), text));
		return new PackFiles(inside);
	}

	private static boolean leadsOut(String path) {
		return path.startsWith("/") || path.contains("\\") || path.contains(":") || path.matches("(.*/)?\\.\\.(/.*)?")
				|| path.indexOf('\0') >= 0;
	}

	/** Stops where far more comes out of a zip file than texts make of it. */
	private static final class MeasuredZip extends ZipInputStream {

		private static final int TEXT_SHRINKS_AT_MOST = 50;

		private static final long ALWAYS = 2_000_000;

		private long left;

		MeasuredZip(byte[] bytes) {
			super(new ByteArrayInputStream(bytes));
			this.left = Math.max(ALWAYS, (long) bytes.length * TEXT_SHRINKS_AT_MOST);
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int read = super.read(bytes, offset, length);
			this.left -= Math.max(0, read);
			if (this.left < 0) {
				throw new Bomb();
			}
			return read;
		}

	}

	/** Too much came out. */
	private static final class Bomb extends IOException {

	}

	/**
	 * The directory at the end of a zip file, which alone says that an entry is a link
	 * (PKWARE APPNOTE 6.3.10, sections 4.3.12 and 4.4.15). Java reads entries without it.
	 */
	private static final class Directory {

		private static final int ENTRY = 0x02014b50;

		private static final int ENTRY_LENGTH = 46;

		private static final int END = 0x06054b50;

		private static final int END_LENGTH = 22;

		private static final int FILE_KIND = 0xF000;

		private static final int SYMBOLIC_LINK = 0xA000;

		private final ByteBuffer bytes;

		Directory(byte[] zip) {
			this.bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
		}

		/** The names of entries that are links. */
		List<String> links() {
			List<String> links = new ArrayList<>();
			int at = start();
			while (at >= 0 && at <= this.bytes.limit() - ENTRY_LENGTH && this.bytes.getInt(at) == ENTRY) {
				int name = Short.toUnsignedInt(this.bytes.getShort(at + 28));
				int rest = Short.toUnsignedInt(this.bytes.getShort(at + 30))
						+ Short.toUnsignedInt(this.bytes.getShort(at + 32));
				int kind = (this.bytes.getInt(at + 38) >>> 16) & FILE_KIND;
				if (kind == SYMBOLIC_LINK && name <= this.bytes.limit() - ENTRY_LENGTH - at) {
					links.add(new String(this.bytes.array(), at + ENTRY_LENGTH, name, StandardCharsets.UTF_8));
				}
				at += ENTRY_LENGTH + name + rest;
			}
			return links;
		}

		/** Where the directory begins; below 0 if there is none. */
		private int start() {
			int lowest = Math.max(0, this.bytes.limit() - END_LENGTH - 0xFFFF);
			for (int at = this.bytes.limit() - END_LENGTH; at >= lowest; at--) {
				if (this.bytes.getInt(at) == END) {
					return this.bytes.getInt(at + 16);
				}
			}
			return -1;
		}

	}

}
