package org.mentorprep.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Fetches the texts of a pack from a zip file, in memory: nothing is written anywhere, so
 * that no path in it can lead out of the pack. A pack may lie in one folder of the file.
 */
public class PackZip {

	private static final String NAME = "pack.yaml";

	private static final int MAX_BYTES = 5_000_000;

	private static final int MAX_ENTRIES = 2_000;

	private static final int MAX_SKIPPED = 10_000_000;

	/**
	 * @param location told to people, for example the name of the file
	 * @throws PackRefused if it holds no pack, or something that is no text
	 * @throws IOException if it can't be read at all
	 */
	public PackFiles files(String location, InputStream stream) throws IOException {
		PackTexts texts = new PackTexts(location);
		byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
		if (bytes.length > MAX_BYTES) {
			throw texts.refused(NAME, "A zip file of more than " + MAX_BYTES / 1_000_000 + " MB is no pack.");
		}
		for (String link : new ZipDirectory(bytes).links()) {
			throw texts.refused(link, "This is a link to a file elsewhere, and no file.");
		}
		try (ZipInputStream zip = new MeasuredZip(bytes)) {
			unpack(zip, texts);
		}
		catch (Bomb ex) {
			throw texts.refused(NAME, "This zip file becomes very large when it is unpacked, so it is no pack.");
		}
		catch (ZipException | IllegalArgumentException ex) {
			throw texts.refused(NAME, "This is no zip file that can be read.");
		}
		return withinFolder(texts);
	}

	private static void unpack(ZipInputStream zip, PackTexts texts) throws IOException {
		int entries = 0;
		for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
			String path = entry.getName();
			if (++entries > MAX_ENTRIES || leadsOut(path)) {
				throw texts.refused(path, leadsOut(path) ? "This path leads out of the pack."
						: "A zip file with more than " + MAX_ENTRIES + " entries is no pack.");
			}
			if (PackTexts.hidden(path)) {
				zip.readNBytes(MAX_SKIPPED);
			}
			else if (!entry.isDirectory() && !path.endsWith(".yaml") && !path.endsWith(".md")) {
				texts.problem(path, "A pack holds .yaml and .md files only.");
				zip.readNBytes(MAX_SKIPPED);
			}
			else if (!entry.isDirectory()) {
				texts.add(path, zip);
			}
			if (zip.read() >= 0) {
				// What is too large is not unpacked to its end to find the next entry.
				throw texts.refused(path, "This file is too large.");
			}
		}
		if (entries == 0) {
			throw texts.refused(NAME, "This is no zip file, or there is nothing in it.");
		}
	}

	private static PackFiles withinFolder(PackTexts texts) {
		PackFiles files = texts.files();
		if (files.texts().containsKey(NAME)) {
			return files;
		}
		String first = files.texts().isEmpty() ? "" : files.texts().firstKey();
		String folder = first.substring(0, first.indexOf('/') + 1);
		boolean all = files.texts().keySet().stream().allMatch((path) -> path.startsWith(folder));
		if (folder.isEmpty() || !all || !files.texts().containsKey(folder + NAME)) {
			throw texts.refused(NAME, "There is no pack.yaml in it.");
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

}
