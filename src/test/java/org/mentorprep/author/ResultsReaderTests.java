package org.mentorprep.author;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.mentorprep.author.ResultsReader.PanelAnswer;
import org.mentorprep.author.ResultsRows.SheetVersion;
import org.mentorprep.author.SheetWriter.ResultsTemplate;
import org.mentorprep.yaml.Problem;
import org.mentorprep.yaml.Problems;

import static org.assertj.core.api.Assertions.assertThat;

/** The answers of a panel as a spreadsheet saves them, right or wrong. */
class ResultsReaderTests {

	private static final String HEADER = "exercise,version,item,panelist,answer,gives_away\r\n";

	private final PanelSheet sheet = Panels.small();

	private final String item = this.sheet.items().get(0).code();

	private final Problems problems = new Problems();

	private final ResultsReader reader = new ResultsReader(List.of(this.sheet, Panels.shipped("order")), this.problems);

	@Test
	void readsAnswers() {
		assertThat(answers(HEADER + row("ann", "best", "yes") + row("ben", "partly", ""))).containsExactly(
				new PanelAnswer("talk-1", this.item, "ann", "best", true),
				new PanelAnswer("talk-1", this.item, "ben", "partly", false));
	}

	@Test
	void readsWhatSpreadsheetsMakeOfIt() {
		String file = "\uFEFF" + "Panelist;Item;Exercise;Version;Gives_away;Answer\n" + "\"Ann; Lee\";"
				+ this.item.toUpperCase() + ";talk-1;1.0.0;X; Not here \n\n;;;;;\n";
		assertThat(answers(file)).containsExactly(new PanelAnswer("talk-1", this.item, "ann;-lee", "not-here", true));
		assertThat(this.problems.none()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-8" })
	@DisplayName("F33: a file in UTF-16 or with tabs is read")
	void readsWhatSpreadsheetsCallUnicodeText(String charset) {
		String file = (HEADER + row("J\u00f8rn", "best", "yes")).replace(',', '\t');
		this.reader.read("r.csv", file.getBytes(Charset.forName(charset)));
		assertThat(this.reader.answers()).extracting(PanelAnswer::panelist).containsExactly("j\u00f8rn");
		assertThat(this.problems.none()).isTrue();
	}

	@Test
	@DisplayName("F33: a first line sep=; and blanks that break no line are no matter")
	void readsALineThatNamesTheSemicolon() {
		String file = "sep=;\r\n" + (HEADER + row("ann", "not\u00a0here\u00a0", "\u00a0yes")).replace(',', ';')
				+ row("ben", "great", "").replace(',', ';');
		assertThat(answers(file)).first().isEqualTo(new PanelAnswer("talk-1", this.item, "ann", "not-here", true));
		assertThat(this.problems.inReadingOrder()).extracting(Problem::line).containsExactly(4);
	}

	@Test
	@DisplayName("F33: empty fields at the end of a row may be missing, or too many")
	void readsRowsThatLostTheirLastFields() {
		assertThat(answers(HEADER + "talk-1,1.0.0," + this.item + ",ann,best\r\n" + "talk-1,1.0.0," + this.item
				+ ",ben\r\n" + row("cy", "best", "yes,,,")))
			.extracting(PanelAnswer::panelist)
			.containsExactly("ann", "cy");
		assertThat(this.problems.none()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "1.0.0, 1.0", "1.0.0, '1,0'", "1.0.0, 1", "1.2.3, 01.02.2003", "1.2.3, 2003-02-01", "1.2.3, 2/1/2003",
			"1.2.3, 1/2/2003", "1.10.0, 1.10" })
	@DisplayName("F33: a version that a spreadsheet took for a number or a date is clear still")
	void knowsVersionsThatSpreadsheetsChanged(String version, String cell) {
		assertThat(SheetVersion.isMeant(cell, version)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "1.0.0, 1.1", "1.2.3, 2.1.3", "1.2.3, 1.2", "1.10.0, 1.1", "1.2.3, 37653", "1.0.0, ''",
			"1.0.0, 2.0.0" })
	@DisplayName("F33: another version is another version")
	void knowsAnotherVersion(String version, String cell) {
		assertThat(SheetVersion.isMeant(cell, version)).isFalse();
	}

	@Test
	@DisplayName("F33: what is wrong in each of 165 rows is one sentence for the file")
	void tellsOnceWhatIsWrongInEveryRow() {
		answers(HEADER + IntStream.range(0, 165)
			.mapToObj((i) -> row("p" + i, "best", "").replace("1.0.0", "37653"))
			.collect(Collectors.joining()) + row("ann", "great", ""));
		assertThat(this.problems.inReadingOrder()).extracting(Problem::toString)
			.satisfiesExactly(
					(told) -> assertThat(told).startsWith("r.csv:2: This is an answer to version ‘37653’ of talk-1")
						.contains("in 164 more rows of this file"),
					found(167, "‘great’ is no answer here"));
	}

	@Test
	void readsWhatWasGuardedAgainstSpreadsheets() {
		assertThat(answers(HEADER + row("'=ann", "best", ""))).extracting(PanelAnswer::panelist)
			.containsExactly("=ann");
	}

	@Test
	void rowsWithoutAnAnswerSayNothing() {
		assertThat(answers(ResultsTemplate.of(List.of(this.sheet)))).isEmpty();
		assertThat(this.problems.none()).isTrue();
	}

	@Test
	void tellsAllThatIsWrongAtOnceWithItsLine() {
		answers(HEADER + "nowhere,1.0.0,q1,ann,best,\r\n" + "talk-1,0.9.0," + this.item + ",ann,best,\r\n"
				+ "talk-1,1.0.0,q1-zzzz,ann,best,\r\n" + row("ann", "great", "") + row("", "best", "")
				+ row("ben", "best", "perhaps") + row("cy", "best", "") + row("Cy", "partly", "")
				+ row("di", "best", "yes,no") + row("dee", "", "yes"));
		assertThat(this.problems.inReadingOrder()).extracting(Problem::toString)
			.satisfiesExactly(found(2, "The pack has no exercise ‘nowhere’."),
					found(3, "This is an answer to version ‘0.9.0’ of talk-1, and the pack has 1.0.0."),
					found(4, "talk-1 has no item ‘q1-zzzz’."),
					found(5, "‘great’ is no answer here; it must be one of best"), found(6, "There is no panelist."),
					found(7, "gives_away is yes, no or empty, not ‘perhaps’."),
					found(9, "‘cy’ has answered " + this.item + " of talk-1 already, in line 8 of r.csv."),
					found(10, "There are 7 fields and should be 6."), found(11, "‘’ is no answer here"));
	}

	@Test
	void lineOfARowIsThatOfTheFile() {
		answers("\r\n\r\n" + HEADER + row("\"a\r\nb\"", "best", "") + row("ann", "great", ""));
		assertThat(this.problems.inReadingOrder()).extracting(Problem::line).containsExactly(6);
	}

	@Test
	void nobodyPutsTwoStepsAtOnePlace() {
		PanelSheet order = Panels.shipped("order");
		answers(Panels.csv(order, Panels.five(order, (step, panelist) -> "1").subList(0, 2)));
		assertThat(this.problems.inReadingOrder()).extracting(Problem::sentence)
			.containsOnly("‘p1’ has two steps of " + order.id() + " at place 1.");
	}

	@Test
	void saysWhichColumnsAreMissing() {
		answers("exercise,version,item,who,answer\r\n");
		assertThat(this.problems.inReadingOrder()).extracting(Problem::toString)
			.containsExactly("r.csv:1: The first line names the columns; there is no panelist and no gives_away.");
	}

	@Test
	void sameAnswerInAnotherFileIsThereTwice() {
		answers(HEADER + row("ann", "best", ""));
		this.reader.read("s.csv", (HEADER + row("ann", "best", "")).getBytes(StandardCharsets.UTF_8));
		this.reader.answers();
		assertThat(this.problems.inReadingOrder()).extracting(Problem::toString)
			.satisfiesExactly((told) -> assertThat(told).startsWith("s.csv:2: ").endsWith("in line 2 of r.csv."));
	}

	@Test
	void saysWhatIsNoText() {
		this.reader.read("r.csv", new byte[] { 'e', (byte) 0xE4 });
		this.reader.read("s.csv", new byte[0]);
		this.reader.read("t.csv", (HEADER + row("ann", "best", "\"yes")).getBytes(StandardCharsets.UTF_8));
		assertThat(this.problems.inReadingOrder()).extracting(Problem::toString)
			.satisfiesExactly((told) -> assertThat(told).startsWith("r.csv:1: This file is no text in UTF-8."),
					(told) -> assertThat(told).isEqualTo("s.csv:1: This file is empty."),
					(told) -> assertThat(told).contains("most likely a quotation mark is not closed"));
	}

	private static ThrowingConsumer<String> found(int line, String sentence) {
		return (told) -> assertThat(told).startsWith("r.csv:" + line + ": " + sentence);
	}

	private String row(String panelist, String answer, String away) {
		return String.join(",", "talk-1", "1.0.0", this.item, panelist, answer, away) + "\r\n";
	}

	private List<PanelAnswer> answers(String file) {
		this.reader.read("r.csv", file.getBytes(StandardCharsets.UTF_8));
		return this.reader.answers();
	}

}
