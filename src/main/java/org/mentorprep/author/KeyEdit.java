package org.mentorprep.author;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;
import org.mentorprep.yaml.YamlReader;

/**
 * Writes into the file of an exercise that its key is reviewed, and by how many. All
 * other bytes stay as they are: comments, line breaks, the way it is laid out. Whether
 * that went well is read back; if not, the file is left alone.
 */
public final class KeyEdit {

	private static final Pattern LINE = Pattern.compile("[^\r\n]*(?:\r\n|\r|\n|\\z)");

	private static final Pattern STATUS = Pattern.compile("(\\bstatus[\"']?\\s*:\\s*[\"']?)(?:draft|reviewed)\\b");

	private static final Pattern PANEL = Pattern.compile("(\\bpanel[\"']?\\s*:\\s*)\\d+\\b");

	private KeyEdit() {
	}

	/**
	 * The file with the other key; empty if that can't be done without touching more.
	 * @param panel how many have reviewed it
	 */
	public static Optional<byte[]> reviewed(byte[] file, int panel) {
		Optional<YamlFile> before = yaml(file);
		if (before.isEmpty() || !(before.get().tree().path("key") instanceof ObjectNode)) {
			return Optional.empty();
		}
		// One character a byte, so that what is not touched comes out as it went in.
		String text = new String(file, StandardCharsets.ISO_8859_1);
		String edited = edited(text, before.get().line("/key/status"), STATUS, "$1reviewed");
		edited = edited(edited, before.get().line("/key/panel"), PANEL, "$1" + panel);
		byte[] bytes = edited.getBytes(StandardCharsets.ISO_8859_1);
		JsonNode wanted = before.get().tree().deepCopy();
		((ObjectNode) wanted.path("key")).put("status", "reviewed").put("panel", panel);
		return yaml(bytes).filter((after) -> after.tree().toString().equals(wanted.toString())).map((after) -> bytes);
	}

	private static String edited(String text, int line, Pattern what, String by) {
		Matcher lines = LINE.matcher(text);
		for (int i = 1; i <= line && lines.find(); i++) {
			if (i == line) {
				return text.substring(0, lines.start()) + what.matcher(lines.group()).replaceFirst(by)
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
