package org.mentorprep.content.authoring;

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

	private static final int MAX_ENTRIES = 2_000;

	private static final int MAX_SKIPPED = 10_000_000;

	/**
	 * @param location told to people, for example the name of the file
	 * @throws PackRefused if it holds no pack, or something that is no text
	 * @throws IOException if it can't be read at all
	 */
	public PackFiles files(String location, InputStream stream) throws IOException {
		PackTexts texts = new PackTexts(location);
		try (ZipInputStream zip = new ZipInputStream(stream)) {
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
				else if (!entry.isDirectory()) {
					texts.add(path, zip);
				}
				if (zip.read() >= 0) {
					// What is too large is not unpacked to its end to find the next
					// entry.
					throw texts.refused(path, "This file is too large.");
				}
			}
			if (entries == 0) {
				throw texts.refused("pack.yaml", "This is no zip file, or there is nothing in it.");
			}
		}
		catch (ZipException | IllegalArgumentException ex) {
			throw texts.refused("pack.yaml", "This is no zip file that can be read.");
		}
		return withinFolder(texts);
	}

	private static PackFiles withinFolder(PackTexts texts) {
		PackFiles files = texts.files();
		if (files.texts().containsKey("pack.yaml")) {
			return files;
		}
		String first = files.texts().isEmpty() ? "" : files.texts().firstKey();
		String folder = first.substring(0, first.indexOf('/') + 1);
		boolean all = files.texts().keySet().stream().allMatch((path) -> path.startsWith(folder));
		if (folder.isEmpty() || !all || !files.texts().containsKey(folder + "pack.yaml")) {
			throw texts.refused("pack.yaml", "There is no pack.yaml in it.");
		}
		SortedMap<String, String> inside = new TreeMap<>();
		files.texts().forEach((path, text) -> inside.put(path.substring(folder.length()), text));
		return new PackFiles(inside);
	}

	private static boolean leadsOut(String path) {
		return path.startsWith("/") || path.contains("\\") || path.contains(":") || path.matches("(.*/)?\\.\\.(/.*)?")
				|| path.indexOf('\0') >= 0;
	}

}
