package org.mentorprep.author;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.mentorprep.author.ResultsReader.PanelAnswer;
import org.mentorprep.author.ResultsReader.Results;
import org.mentorprep.pack.kind.PanelQuestions.Choice;
import org.mentorprep.yaml.Problems;

/**
 * Checks each row of answers against the sheets. Rows without an answer are skipped: the
 * file is handed out with a row for every item.
 */
class ResultsRows {

	/** If a file has more rows that are wrong for one cause, it is told once. */
	private static final int TOLD_EACH = 5;

	private static final Set<String> YES = Set.of("yes", "y", "x", "1", "true");

	private static final Set<String> NO = Set.of("", "no", "n", "0", "false");

	private final Map<String, PanelSheet> sheets = new LinkedHashMap<>();

	private final Problems problems;

	private final Map<String, Row> rows = new HashMap<>();

	private final List<PanelAnswer> answers = new ArrayList<>();

	/** What is wrong, by file and cause. */
	private final Map<String, List<Found>> found = new LinkedHashMap<>();

	ResultsRows(List<PanelSheet> sheets, Problems problems) {
		sheets.forEach((sheet) -> this.sheets.put(sheet.id(), sheet));
		this.problems = problems;
	}

	List<PanelAnswer> answers() {
		return List.copyOf(this.answers);
	}

	void add(Row row) {
		// Spreadsheets leave out empty fields at the end of a row, or add some.
		if (row.cells().stream().skip(row.header().size()).anyMatch((cell) -> !cell.isEmpty())) {
			problem(row, Cause.FIELDS,
					"There are " + row.cells().size() + " fields and should be " + row.header().size() + ".");
			return;
		}
		if (row.of(Results.ANSWER).isEmpty() && row.word(Results.GIVES_AWAY).isEmpty()) {
			return;
		}
		PanelSheet sheet = this.sheets.get(row.of(Results.EXERCISE));
		if (sheet == null) {
			problem(row, Cause.EXERCISE, "The pack has no exercise " + quoted(row.of(Results.EXERCISE)) + ".");
		}
		else if (!SheetVersion.isMeant(row.of(Results.VERSION), sheet.version())) {
			problem(row, Cause.VERSION, "This is an answer to version " + quoted(row.of(Results.VERSION)) + " of "
					+ sheet.id() + ", and the pack has " + sheet.version() + ".");
		}
		else {
			add(row, sheet);
		}
	}

	private void add(Row row, PanelSheet sheet) {
		String panelist = row.word(Results.PANELIST);
		String answer = row.word(Results.ANSWER).replaceFirst("^([0-9]+)[.,]0+$", "$1");
		String away = row.word(Results.GIVES_AWAY);
		List<String> words = sheet.questions().choices().stream().map(Choice::word).toList();
		String item = row.word(Results.ITEM);
		if (sheet.item(item).isEmpty()) {
			problem(row, Cause.ITEM, sheet.id() + " has no item " + quoted(item)
					+ ". An item gets another code when its words, or those around it, change.");
			return;
		}
		if (panelist.isEmpty()) {
			problem(row, Cause.PANELIST, "There is no panelist.");
		}
		if (!words.contains(answer)) {
			problem(row, Cause.ANSWER,
					quoted(answer) + " is no answer here; it must be one of " + String.join(", ", words) + ".");
		}
		if (!YES.contains(away) && !NO.contains(away)) {
			problem(row, Cause.GIVES_AWAY, "gives_away is yes, no or empty, not " + quoted(away) + ".");
		}
		Row before = this.rows.putIfAbsent(sheet.id() + " " + item + " " + panelist, row);
		if (before != null) {
			problem(row, Cause.TWICE, quoted(panelist) + " has answered " + item + " of " + sheet.id()
					+ " already, in line " + before.line() + " of " + before.file() + ".");
			return;
		}
		this.answers.add(new PanelAnswer(sheet.id(), item, panelist, answer, YES.contains(away)));
	}

	/** Tells what is wrong, once all rows were added. */
	void finish() {
		checkPlaces();
		this.found.values().forEach((rows) -> {
			boolean each = rows.size() <= TOLD_EACH;
			rows.stream()
				.limit(each ? TOLD_EACH : 1)
				.forEach((one) -> this.problems.add(one.row().file(), one.row().line(),
						one.sentence() + (each ? "" : " The same kind of thing is wrong in " + (rows.size() - 1)
								+ " more rows of this file; most likely they all have one reason.")));
		});
		this.found.clear();
	}

	/** Reports members of the panel who put two steps at one place. */
	private void checkPlaces() {
		Map<String, List<Row>> taken = this.rows.values()
			.stream()
			.filter((row) -> places(row.of(Results.EXERCISE)))
			.collect(Collectors.groupingBy((row) -> String.join(" ", row.of(Results.EXERCISE), row.word(Results.ANSWER),
					row.word(Results.PANELIST))));
		taken.values()
			.stream()
			.filter((rows) -> rows.size() > 1)
			.flatMap(List::stream)
			.forEach((row) -> problem(row, Cause.PLACES, quoted(row.word(Results.PANELIST)) + " has two steps of "
					+ row.of(Results.EXERCISE) + " at place " + row.word(Results.ANSWER) + "."));
	}

	private boolean places(String exercise) {
		PanelSheet sheet = this.sheets.get(exercise);
		return sheet != null && sheet.places();
	}

	private void problem(Row row, Cause cause, String sentence) {
		this.found.computeIfAbsent(row.file() + " " + cause, (key) -> new ArrayList<>()).add(new Found(row, sentence));
	}

	/** What somebody typed, short and without control characters. */
	private static String quoted(String typed) {
		String plain = typed.replaceAll("\\p{Cntrl}", "?");
		return "‘" + ((plain.length() > 40) ? plain.substring(0, 40) + "…" : plain) + "’";
	}

	/** Why a row can't be counted. */
	private enum Cause {

		FIELDS, EXERCISE, VERSION, ITEM, PANELIST, ANSWER, GIVES_AWAY, TWICE, PLACES

	}

	/** A row that can't be counted, and why. */
	private record Found(Row row, String sentence) {
	}

	/** The version of a sheet, as it may stand in a cell of a spreadsheet. */
	static final class SheetVersion {

		private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,4})[^0-9]([0-9]{1,4})(?:[^0-9]([0-9]{1,4}))?");

		/** No version has a year in it, or a zero before another figure. */
		private static final Pattern DATE = Pattern.compile("[0-9]{4}|(?<![0-9])0[0-9]");

		private static final int CENTURY = 2000;

		private SheetVersion() {
		}

		/**
		 * Whether a cell means a version. A spreadsheet may have taken it for a date, in
		 * any order of its parts, or for a number whose last zeros say nothing. That the
		 * answers are to the same words is held by the codes of items.
		 */
		static boolean isMeant(String cell, String version) {
			if (cell.equals(version)) {
				return true;
			}
			Matcher numbers = NUMBERS.matcher(cell);
			if (!numbers.matches()) {
				return version.equals(cell + ".0.0");
			}
			int first = Integer.parseInt(numbers.group(1));
			int second = Integer.parseInt(numbers.group(2));
			int third = (numbers.group(3) != null) ? Integer.parseInt(numbers.group(3)) : 0;
			Stream<List<Integer>> orders = DATE.matcher(cell).find() ? Stream.of(List.of(first, second, third),
					List.of(second, first, third), List.of(third, second, first))
					: Stream.of(List.of(first, second, third));
			return orders
				.map((parts) -> parts.stream()
					.map((part) -> String.valueOf(part % CENTURY))
					.collect(Collectors.joining(".")))
				.anyMatch(version::equals);
		}

	}

	/**
	 * One row of a file.
	 *
	 * @param line on which it ends
	 */
	record Row(String file, int line, List<String> header, List<String> cells) {

		String of(String column) {
			int index = this.header.indexOf(column);
			return (index < this.cells.size()) ? this.cells.get(index) : "";
		}

		/** A cell of which capitals and blanks don't matter. */
		String word(String column) {
			return of(column).toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
		}

	}

}
