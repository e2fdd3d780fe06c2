package org.mentorprep.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads the files of a pack from a zip file, in memory: nothing is written anywhere, so
 * that no path in it can lead out of the pack. A pack may lie in folders of the file.
 */
public class PackZip {

	private static final String PACK_YAML = PackFiles.PACK_YAML;

	private static final int MAX_BYTES = 5_000_000;

	private static final int MAX_ENTRIES = 2_000;

	private static final int MAX_SKIPPED = 10_000_000;

	private static final int ASCII = 128;

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
		ZipDirectory directory = new ZipDirectory(bytes);
		directory.trouble().ifPresent((trouble) -> {
			throw files.refused(trouble.file(), trouble.sentence());
		});
		try (ZipInputStream zip = new MeasuredZip(bytes, directory.charset())) {
			unpack(zip, files);
		}
		return withinFolder(files);
	}

	private static void unpack(ZipInputStream zip, PackFiles.Builder files) {
		int entries = 0;
		String path = PACK_YAML;
		try {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				path = ZipDirectory.path(entry.getName());
				if (++entries > MAX_ENTRIES || leadsOut(path)) {
					throw files.refused(path, leadsOut(path) ? "This path leads out of the pack."
							: "A zip file with more than " + MAX_ENTRIES + " entries is no pack.");
				}
				read(path, zip, files);
				if (zip.read() >= 0) {
					// What is too large is not unpacked to its end to find the next
					// entry.
					throw files.refused(path, "This file is too large.");
				}
			}
		}
		catch (Bomb ex) {
			throw files.refused(path, "This zip file becomes very large when it is unpacked, so it is no pack.");
		}
		catch (IOException | IllegalArgumentException ex) {
			// All bytes are in memory: what fails is their meaning.
			throw files.refused(path, (entries == 0) ? "This is no zip file that can be read."
					: "Here, or right after it, the zip file is damaged or breaks off. Make it again from the folder.");
		}
		if (entries == 0) {
			throw files.refused(PACK_YAML, "This is no zip file, or there is nothing in it.");
		}
	}

	private static void read(String path, ZipInputStream zip, PackFiles.Builder files) throws IOException {
		if (path.endsWith("/")) {
			return;
		}
		if (PackFiles.Builder.hidden(path)) {
			zip.readNBytes(MAX_SKIPPED);
		}
		else if (!path.endsWith(".yaml") && !path.endsWith(".md")) {
			files.problem(path, "A pack holds .yaml and .md files only.");
			zip.readNBytes(MAX_SKIPPED);
		}
		else {
			files.add(path, zip);
		}
	}

	/** The pack may lie some folders down, if nothing lies beside it. */
	private static PackFiles withinFolder(PackFiles.Builder builder) {
		PackFiles files = builder.build();
		List<String> packs = files.texts()
			.keySet()
			.stream()
			.filter((path) -> path.equals(PACK_YAML) || path.endsWith("/" + PACK_YAML))
			.sorted(Comparator.comparingInt(String::length))
			.toList();
		if (packs.isEmpty()) {
			throw builder.refused(PACK_YAML, "There is no pack.yaml in it.");
		}
		String folder = packs.get(0).substring(0, packs.get(0).length() - PACK_YAML.length());
		SortedMap<String, String> inside = new TreeMap<>();
		List<String> beside = files.texts().keySet().stream().filter((path) -> !path.startsWith(folder)).toList();
		if (!beside.isEmpty()) {
			throw builder.refused(beside.get(0),
					"This lies beside the pack, which is in " + folder
							+ ((beside.size() == 1) ? "" : "; so do " + (beside.size() - 1) + " more files")
							+ ". Make the zip file of that folder alone.");
		}
		files.texts().forEach((path, text) -> inside.put(path.substring(folder.length()), text));
		inside.keySet()
			.stream()
			.filter((path) -> !path.chars().allMatch((character) -> character < ASCII))
			.forEach((path) -> builder.problem(path, "The name of this file has letters that programs read in"
					+ " different ways. Call it by letters from a to z, digits and hyphens."));
		builder.build();
		return new PackFiles(inside);
	}

	private static boolean leadsOut(String path) {
		return path.startsWith("/") || path.contains(":") || path.matches("(.*/)?\\.\\.(/.*)?")
				|| path.indexOf('\0') >= 0;
	}

	/** Stops where far more comes out of a zip file than texts make of it. */
	private static final class MeasuredZip extends ZipInputStream {

		private static final int TEXT_SHRINKS_AT_MOST = 50;

		private static final long ALWAYS = 2_000_000;

		private long left;

		MeasuredZip(byte[] bytes, Charset names) {
			super(new ByteArrayInputStream(bytes), names);
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
