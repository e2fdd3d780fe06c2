package org.mentorprep.author;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;
import org.mentorprep.yaml.YamlReader;

/**
 * Writes into the files of exercises that their keys are reviewed, and by how many. All
 * other bytes stay as they are: comments, line breaks, indentation. The result is read
 * again before it is written; if anything else changed, the file is left alone.
 */
class KeyWriter {

	private static final Pattern LINE = Pattern.compile("[^\r\n]*(?:\r\n|\r|\n|\\z)");

	private static final Pattern STATUS = Pattern.compile("(\\bstatus[\"']?\\s*:\\s*[\"']?)(?:draft|reviewed)\\b");

	private static final Pattern PANEL = Pattern.compile("(\\bpanel[\"']?\\s*:\\s*)\\d+\\b");

	private final Path folder;

	private final Problems problems;

	/**
	 * @param folder of the pack
	 */
	KeyWriter(Path folder, Problems problems) {
		this.folder = folder;
		this.problems = problems;
	}

	/** Whether the file was changed. */
	boolean write(PanelResult exercise) {
		Path file = this.folder.resolve(exercise.sheet().path());
		try {
			byte[] before = Files.readAllBytes(file);
			Optional<byte[]> after = reviewed(before, exercise.panel());
			if (after.isPresent() && !Arrays.equals(before, after.get())) {
				Files.write(file, after.get());
				return true;
			}
			if (after.isPresent()) {
				return false;
			}
		}
		catch (IOException ex) {
			// Reported below: for authors it is the same problem.
		}
		this.problems.add(exercise.sheet().path(), 1,
				"This file could not be changed. Write it by hand: key: {status: reviewed, panel: " + exercise.panel()
						+ "}.");
		return false;
	}

	/**
	 * The file with a reviewed key; empty if that can't be done without changing more.
	 * @param panel how many have reviewed the key
	 */
	static Optional<byte[]> reviewed(byte[] file, int panel) {
		Optional<YamlFile> before = yaml(file);
		if (before.isEmpty() || !(before.get().tree().path("key") instanceof ObjectNode)) {
			return Optional.empty();
		}
		// Each byte becomes one character and the other way round, so none is lost.
		String text = new String(file, StandardCharsets.ISO_8859_1);
		String edited = edited(text, before.get().line("/key/status"), STATUS, "$1reviewed");
		edited = edited(edited, before.get().line("/key/panel"), PANEL, "$1" + panel);
		byte[] bytes = edited.getBytes(StandardCharsets.ISO_8859_1);
		JsonNode wanted = before.get().tree().deepCopy();
		((ObjectNode) wanted.path("key")).put("status", "reviewed").put("panel", panel);
		return yaml(bytes).filter((after) -> after.tree().toString().equals(wanted.toString())).map((after) -> bytes);
	}

	private static String edited(String text, int line, Pattern pattern, String replacement) {
		Matcher lines = LINE.matcher(text);
		for (int i = 1; i <= line && lines.find(); i++) {
			if (i == line) {
				return text.substring(0, lines.start()) + pattern.matcher(lines.group()).replaceFirst(replacement)
						+ text.substring(lines.end());
			}
		}
		return text;
	}

	private static Optional<YamlFile> yaml(byte[] file) {
		String text = new String(file, StandardCharsets.UTF_8);
		return new YamlReader("", 1, new Problems()).read(text.startsWith("\uFEFF") ? text.substring(1) : text);
	}

}
