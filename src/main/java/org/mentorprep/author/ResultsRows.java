package org.mentorprep.author;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.mentorprep.author.ResultsReader.PanelAnswer;
import org.mentorprep.author.ResultsReader.Results;
import org.mentorprep.pack.kind.PanelQuestions.Choice;
import org.mentorprep.yaml.Problems;

/**
 * Checks each row of answers against the sheets. Rows without an answer are skipped: the
 * file is handed out with a row for every item.
 */
class ResultsRows {

	private static final Set<String> YES = Set.of("yes", "y", "x", "1", "true");

	private static final Set<String> NO = Set.of("", "no", "n", "0", "false");

	private final Map<String, PanelSheet> sheets = new LinkedHashMap<>();

	private final Problems problems;

	private final Map<String, Row> rows = new HashMap<>();

	private final List<PanelAnswer> answers = new ArrayList<>();

	ResultsRows(List<PanelSheet> sheets, Problems problems) {
		sheets.forEach((sheet) -> this.sheets.put(sheet.id(), sheet));
		this.problems = problems;
	}

	List<PanelAnswer> answers() {
		return List.copyOf(this.answers);
	}

	void add(Row row) {
		if (row.cells().size() != row.header().size()) {
			if (row.cells().stream().anyMatch((cell) -> !cell.isEmpty())) {
				problem(row, "There are " + row.cells().size() + " fields and should be " + row.header().size() + ".");
			}
			return;
		}
		if (row.of(Results.ANSWER).isEmpty() && row.word(Results.GIVES_AWAY).isEmpty()) {
			return;
		}
		PanelSheet sheet = this.sheets.get(row.of(Results.EXERCISE));
		if (sheet == null) {
			problem(row, "The pack has no exercise " + quoted(row.of(Results.EXERCISE)) + ".");
		}
		else if (!sheet.version().equals(row.of(Results.VERSION))) {
			problem(row, "This is an answer to version " + quoted(row.of(Results.VERSION)) + " of " + sheet.id()
					+ ", and the pack has " + sheet.version() + ".");
		}
		else {
			add(row, sheet);
		}
	}

	private void add(Row row, PanelSheet sheet) {
		String panelist = row.word(Results.PANELIST);
		String answer = row.word(Results.ANSWER);
		String away = row.word(Results.GIVES_AWAY);
		List<String> words = sheet.questions().choices().stream().map(Choice::word).toList();
		String item = row.word(Results.ITEM);
		if (sheet.item(item).isEmpty()) {
			problem(row, sheet.id() + " has no item " + quoted(item)
					+ ". An item gets another code when its words, or those around it, change.");
			return;
		}
		if (panelist.isEmpty()) {
			problem(row, "There is no panelist.");
		}
		if (!words.contains(answer)) {
			problem(row, quoted(answer) + " is no answer here; it must be one of " + String.join(", ", words) + ".");
		}
		if (!YES.contains(away) && !NO.contains(away)) {
			problem(row, "gives_away is yes, no or empty, not " + quoted(away) + ".");
		}
		Row before = this.rows.putIfAbsent(sheet.id() + " " + item + " " + panelist, row);
		if (before != null) {
			problem(row, quoted(panelist) + " has answered " + item + " of " + sheet.id() + " already, in line "
					+ before.line() + " of " + before.file() + ".");
			return;
		}
		this.answers.add(new PanelAnswer(sheet.id(), item, panelist, answer, YES.contains(away)));
	}

	/** Reports members of the panel who put two steps at one place. */
	void checkPlaces() {
		Map<String, List<Row>> taken = this.rows.values()
			.stream()
			.filter((row) -> places(row.of(Results.EXERCISE)))
			.collect(Collectors.groupingBy((row) -> String.join(" ", row.of(Results.EXERCISE), row.word(Results.ANSWER),
					row.word(Results.PANELIST))));
		taken.values()
			.stream()
			.filter((rows) -> rows.size() > 1)
			.flatMap(List::stream)
			.forEach((row) -> problem(row, quoted(row.word(Results.PANELIST)) + " has two steps of "
					+ row.of(Results.EXERCISE) + " at place " + row.word(Results.ANSWER) + "."));
	}

	private boolean places(String exercise) {
		PanelSheet sheet = this.sheets.get(exercise);
		return sheet != null && sheet.places();
	}

	private void problem(Row row, String sentence) {
		this.problems.add(row.file(), row.line(), sentence);
	}

	/** What somebody typed, short and without control characters. */
	private static String quoted(String typed) {
		String plain = typed.replaceAll("\\p{Cntrl}", "?");
		return "‘" + ((plain.length() > 40) ? plain.substring(0, 40) + "…" : plain) + "’";
	}

	/**
	 * One row of a file.
	 *
	 * @param line on which it ends
	 */
	record Row(String file, int line, List<String> header, List<String> cells) {

		String of(String column) {
			return this.cells.get(this.header.indexOf(column));
		}

		/** A cell of which capitals and blanks don't matter. */
		String word(String column) {
			return of(column).toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
		}

	}

}
