package org.mentorprep.content.authoring.panel;

import java.util.List;

/** The file in which the answers of a panel are gathered: its columns and its words. */
final class Results {

	static final String EXERCISE = "exercise";

	static final String VERSION = "version";

	static final String ITEM = "item";

	static final String PANELIST = "panelist";

	static final String ANSWER = "answer";

	static final String GIVES_AWAY = "gives_away";

	static final List<String> COLUMNS = List.of(EXERCISE, VERSION, ITEM, PANELIST, ANSWER, GIVES_AWAY);

	/** Makes text of what a spreadsheet would take for a formula. */
	private static final String GUARD = "'";

	private static final String FORMULA = "(?s)[=+\\-@\t\r\n].*";

	private Results() {
	}

	/**
	 * What a spreadsheet shows and never calculates (OWASP, CSV injection).
	 */
	static String guarded(String cell) {
		return cell.matches(FORMULA) ? GUARD + cell : cell;
	}

	/** The text of a cell that may have been guarded. */
	static String plain(String cell) {
		String text = cell.strip();
		return (text.startsWith(GUARD) && text.substring(1).matches(FORMULA)) ? text.substring(1) : text;
	}

}
