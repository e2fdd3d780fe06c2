package org.mentorprep.content.authoring.panel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Makes the empty file of answers: every item for each of five, one panelist after the
 * other, so that a pile of sheets can be typed in from the top.
 */
public final class ResultsTemplate {

	private ResultsTemplate() {
	}

	/** In the form of RFC 4180. */
	public static String of(List<PanelSheet> sheets) {
		StringBuilder text = new StringBuilder();
		try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
			csv.printRecord(Results.COLUMNS);
			for (int panelist = 1; panelist <= Tally.PANEL; panelist++) {
				for (PanelSheet sheet : sheets) {
					for (PanelSheet.Item item : sheet.items()) {
						csv.printRecord(Results.guarded(sheet.id()), Results.guarded(sheet.version()),
								Results.guarded(item.code()), "panelist-" + panelist, "", "");
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text.toString();
	}

}
