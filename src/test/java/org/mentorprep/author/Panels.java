package org.mentorprep.author;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import org.mentorprep.author.PanelResult.Tally;
import org.mentorprep.author.PanelSheet.Item;
import org.mentorprep.author.ResultsReader.PanelAnswer;
import org.mentorprep.pack.PackFiles;
import org.mentorprep.pack.PackReader;
import org.mentorprep.pack.Packs;

/** Sheets to test with, and what panels answer. */
public final class Panels {

	private static final String HEADER = "exercise,version,item,panelist,answer,gives_away\r\n";

	private Panels() {
	}

	public static List<PanelSheet> sheets(PackFiles files) {
		return new PackReader().trees(files).exercises().stream().map(PanelSheet::of).toList();
	}

	/** The sheet of the small pack. */
	public static PanelSheet small() {
		return sheets(Packs.small()).get(0);
	}

	/** All sheets of the pack that is shipped. */
	public static List<PanelSheet> shipped() {
		return Shipped.SHEETS;
	}

	/** One sheet of a kind. */
	static PanelSheet shipped(String kind) {
		return shipped().stream().filter((sheet) -> sheet.kind().equals(kind)).findFirst().orElseThrow();
	}

	/** What five answer. */
	public static List<PanelAnswer> five(PanelSheet sheet, BiFunction<Item, Integer, String> answer) {
		List<PanelAnswer> answers = new ArrayList<>();
		for (int panelist = 1; panelist <= Tally.PANEL; panelist++) {
			for (Item item : sheet.items()) {
				answers
					.add(new PanelAnswer(sheet.id(), item.code(), "p" + panelist, answer.apply(item, panelist), false));
			}
		}
		return answers;
	}

	/**
	 * What five write who agree with the authors of an exercise that asks for no places.
	 */
	public static String agreeing(PanelSheet sheet) {
		return csv(sheet, five(sheet, (item, panelist) -> item.thing().key()));
	}

	public static String csv(PanelSheet sheet, List<PanelAnswer> answers) {
		StringBuilder text = new StringBuilder(HEADER);
		answers.forEach((answer) -> text
			.append(String.join(",", answer.exercise(), sheet.version(), answer.item(), answer.panelist(),
					answer.answer(), answer.givesAway() ? "yes" : ""))
			.append("\r\n"));
		return text.toString();
	}

	/** Read once: it takes half a second. */
	private static final class Shipped {

		static final List<PanelSheet> SHEETS = sheets(Packs.read("classpath:packs/mentor-prep"));

	}

}
