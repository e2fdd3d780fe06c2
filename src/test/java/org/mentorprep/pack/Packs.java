package org.mentorprep.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs to test with. */
public final class Packs {

	/** Where the small valid pack of the tests lies. */
	public static final String SMALL = "classpath:packs-test/small";

	private static final String JUDGEMENTORING = "modules/judgementoring/";

	private Packs() {
	}

	public static PackFiles read(String location) {
		return PackFiles.in(location);
	}

	/** The small valid pack. */
	public static PackFiles small() {
		return read(SMALL);
	}

	/** The small pack with some files replaced, or taken away where the text is empty. */
	public static PackFiles smallWith(Map<String, String> changes) {
		SortedMap<String, String> texts = new TreeMap<>(small().texts());
		texts.putAll(changes);
		texts.values().removeIf(String::isEmpty);
		return new PackFiles(texts);
	}

	/**
	 * A shipped exercise of judgementoring in a pack of its own: the others need not be
	 * read each time.
	 */
	static PackFiles alone(String exercise) {
		PackFiles shipped = read("classpath:packs/mentor-prep");
		SortedMap<String, String> texts = new TreeMap<>();
		texts.put("pack.yaml",
				shipped.texts().get("pack.yaml").replaceFirst("modules: \\[.*]", "modules: [judgementoring]"));
		texts.put("sources.yaml", shipped.texts().get("sources.yaml"));
		texts.put(JUDGEMENTORING + "module.yaml", """
				format: mentorprep/module@1
				id: judgementoring
				title: Alone
				why: Why
				lead: Lead
				pass: {mark: 70, floor: 50}
				pages: []
				tasks:
				  - {id: alone, title: Alone, why: Why, minutes: 5, weight: 1, required: true, pool: [%s]}
				""".formatted(exercise));
		String path = JUDGEMENTORING + "exercises/" + exercise + ".yaml";
		texts.put(path, shipped.texts().get(path));
		return new PackFiles(texts);
	}

	/** The shipped pack with one page and one conversation of judgementoring left. */
	public static PackFiles cutDown(PackFiles shipped) {
		SortedMap<String, String> texts = new TreeMap<>(shipped.texts());
		texts.keySet()
			.removeIf((path) -> path.startsWith("modules/") && !path.equals(JUDGEMENTORING + "module.yaml")
					&& !path.endsWith("/m3-j1.yaml") && !path.endsWith("/01-verdict-first.md"));
		texts.computeIfPresent("pack.yaml",
				(path, text) -> text.replaceFirst("modules: \\[.*]", "modules: [judgementoring]")
					.replaceFirst("(?s)\n  - id: leader-route.*?\nvariables:", "\nvariables:")
					.replaceFirst("mandatory: .*\n.*\n", "mandatory: [judgementoring]\n"));
		texts.computeIfPresent(JUDGEMENTORING + "module.yaml",
				(path, text) -> text.replaceFirst("pages: .*", "pages: [verdict-first]")
					.replaceFirst("(?s)pool: .*", "pool: [m3-j1]\n"));
		return new PackFiles(texts);
	}

	/** Writes a pack as a folder of files. */
	public static void write(Path folder, PackFiles files) throws IOException {
		write(folder, files.texts());
	}

	static void write(Path folder, Map<String, String> texts) throws IOException {
		for (Map.Entry<String, String> text : texts.entrySet()) {
			Path path = folder.resolve(text.getKey());
			Files.createDirectories(path.getParent());
			Files.writeString(path, text.getValue());
		}
	}

	/** Packs texts into a zip file, or a jar, below a folder in it. */
	public static byte[] zip(String folder, Map<String, String> texts) throws IOException {
		return zip(folder, texts, StandardCharsets.UTF_8);
	}

	/**
	 * @param names how paths are written
	 */
	static byte[] zip(String folder, Map<String, String> texts, Charset names) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
			if (!folder.isEmpty()) {
				zip.putNextEntry(new ZipEntry(folder));
			}
			for (Map.Entry<String, String> text : texts.entrySet()) {
				zip.putNextEntry(new ZipEntry(folder + text.getKey()));
				zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
		return bytes.toByteArray();
	}

}
