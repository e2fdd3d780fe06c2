package org.mentorprep.author;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import org.mentorprep.yaml.Problems;

/**
 * Reads files of answers: RFC 4180, and what spreadsheets make of it. Reports all
 * problems of all files at once.
 */
class ResultsReader {

	private static final int MAX_BYTES = 10_000_000;

	private final Problems problems;

	private final ResultsRows rows;

	ResultsReader(List<PanelSheet> sheets, Problems problems) {
		this.problems = problems;
		this.rows = new ResultsRows(sheets, problems);
	}

	/**
	 * @param name of the file, for the report of problems
	 */
	void read(String name, byte[] bytes) {
		Optional<SpreadsheetText> file = text(name, bytes);
		if (file.isEmpty()) {
			return;
		}
		CSVFormat format = CSVFormat.RFC4180.builder()
			.setDelimiter(file.get().parting())
			.setIgnoreEmptyLines(true)
			.get();
		try (CSVParser csv = CSVParser.parse(new StringReader(file.get().text()), format)) {
			rows(name, csv);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The answers of all files that were read. */
	List<PanelAnswer> answers() {
		this.rows.finish();
		return this.rows.answers();
	}

	private void rows(String name, CSVParser csv) {
		try {
			Iterator<CSVRecord> records = csv.iterator();
			List<String> header = records.hasNext() ? header(name, records.next()) : List.of();
			while (!header.isEmpty() && records.hasNext()) {
				List<String> cells = cells(records.next());
				this.rows.add(new ResultsRows.Row(name, (int) csv.getCurrentLineNumber(), header, cells));
			}
		}
		catch (UncheckedIOException ex) {
			this.problems.add(name, (int) csv.getCurrentLineNumber(),
					"From here on this is not CSV; most likely a quotation mark is not closed.");
		}
	}

	/** The names of the columns; none if one is missing. */
	private List<String> header(String name, CSVRecord first) {
		List<String> header = cells(first).stream().map((cell) -> cell.toLowerCase(Locale.ROOT)).toList();
		List<String> missing = Results.COLUMNS.stream().filter((column) -> !header.contains(column)).toList();
		if (missing.isEmpty()) {
			return header;
		}
		this.problems.add(name, 1,
				"The first line names the columns; there is no " + String.join(" and no ", missing) + ".");
		return List.of();
	}

	private static List<String> cells(CSVRecord row) {
		return row.stream().map(Results::plain).toList();
	}

	private Optional<SpreadsheetText> text(String name, byte[] bytes) {
		String trouble = "This file is empty.";
		if (bytes.length > MAX_BYTES) {
			trouble = "This file is larger than 10 MB.";
		}
		else if (bytes.length > 0) {
			try {
				SpreadsheetText text = SpreadsheetText.of(bytes, Results.COLUMNS);
				if (!text.text().isBlank()) {
					return Optional.of(text);
				}
			}
			catch (CharacterCodingException ex) {
				trouble = "This file is no text in UTF-8. Spreadsheets offer it as ‘CSV UTF-8’.";
			}
		}
		this.problems.add(name, 1, trouble);
		return Optional.empty();
	}

	/**
	 * The answer of one member of the panel to one item.
	 *
	 * @param exercise id of the exercise
	 * @param item code of the item
	 * @param panelist name or number of the member
	 * @param givesAway whether the item gives itself away
	 */
	record PanelAnswer(String exercise, String item, String panelist, String answer, boolean givesAway) {
	}

	/** The format of a file of answers: its columns, and cells that are no formulas. */
	final static class Results {

		static final String EXERCISE = "exercise";

		static final String VERSION = "version";

		static final String ITEM = "item";

		static final String PANELIST = "panelist";

		static final String ANSWER = "answer";

		static final String GIVES_AWAY = "gives_away";

		static final List<String> COLUMNS = List.of(EXERCISE, VERSION, ITEM, PANELIST, ANSWER, GIVES_AWAY);

		/** Stands before a cell that a spreadsheet would take for a formula. */
		private static final String GUARD = "'";

		private static final String FORMULA = "(?s)[=+\\-@\t\r\n].*";

		private Results() {
		}

		/** A cell that no spreadsheet calculates (OWASP, CSV injection). */
		static String guarded(String cell) {
			return cell.matches(FORMULA) ? GUARD + cell : cell;
		}

		/** Blanks that break no line, and marks that take no room. */
		private static final Pattern UNSEEN = Pattern.compile("[\\u00A0\\u2007\\u202F\\u200B\\u200E\\u200F\\uFEFF]");

		/** The text of a cell that may have been guarded, with ordinary blanks only. */
		static String plain(String cell) {
			String text = UNSEEN.matcher(cell).replaceAll(" ").strip();
			return (text.startsWith(GUARD) && text.substring(1).matches(FORMULA)) ? text.substring(1) : text;
		}

	}

}
