package org.mentorprep.author;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.mentorprep.author.ResultsReader.Results;

/**
 * The text of a table as spreadsheets save it: in UTF-8 or UTF-16, its fields parted by
 * commas, semicolons or tabs, perhaps with a first line that says by which.
 *
 * @param text without a byte order mark; a line that only names the parting character is
 * empty, so that all others keep their number
 */
record SpreadsheetText(String text, char parting) {

	private static final String MARK = "\uFEFF";

	private static final Pattern PARTING_NAMED = Pattern.compile("\\A\"?sep=(.)\"?(?=\\R|\\z)",
			Pattern.CASE_INSENSITIVE);

	/**
	 * @param columns the names that the first line should hold
	 * @throws CharacterCodingException if it is no text in one of these encodings
	 */
	static SpreadsheetText of(byte[] bytes, Collection<String> columns) throws CharacterCodingException {
		// A new decoder reports what does not fit; a String would hide it.
		String text = charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		text = text.startsWith(MARK) ? text.substring(1) : text;
		Matcher named = PARTING_NAMED.matcher(text);
		if (named.find()) {
			return new SpreadsheetText(text.substring(named.end()), named.group(1).charAt(0));
		}
		String header = text.lines().filter((line) -> !line.isBlank()).findFirst().orElse("");
		return new SpreadsheetText(text, parting(header, columns));
	}

	/** The character that finds most of the columns in the first line. */
	private static char parting(String header, Collection<String> columns) {
		return Stream.of(',', ';', '\t').max(Comparator.comparingLong((parting) -> {
			String[] cells = header.split(Pattern.quote(String.valueOf(parting)));
			return Arrays.stream(cells)
				.map((cell) -> Results.plain(cell.replace("\"", "")).toLowerCase(Locale.ROOT))
				.filter(columns::contains)
				.count();
		})).orElse(',');
	}

	/** UTF-16 by its mark, or because every other byte of ordinary letters is zero. */
	private static Charset charset(byte[] bytes) {
		int first = (bytes.length > 1) ? (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF : 0x2020;
		if (first == 0xFEFF || (first & 0xFF00) == 0) {
			return StandardCharsets.UTF_16BE;
		}
		if (first == 0xFFFE || (first & 0xFF) == 0) {
			return StandardCharsets.UTF_16LE;
		}
		return StandardCharsets.UTF_8;
	}

}
