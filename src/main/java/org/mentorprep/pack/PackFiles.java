package org.mentorprep.pack;

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

/**
 * The texts of a pack by path, in a form that is the same wherever they were read from:
 * sorted, line breaks as LF, no byte order mark. What is stored and hashed.
 */
public record PackFiles(SortedMap<String, String> texts) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Pattern LINE_BREAK = Pattern.compile("\r\n?");

	public PackFiles {
		SortedMap<String, String> same = new TreeMap<>();
		texts.forEach((path, text) -> same.put(path, LINE_BREAK.matcher(withoutMark(text)).replaceAll("\n")));
		texts = Collections.unmodifiableSortedMap(same);
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

}
