package org.mentorprep.author;

import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.mentorprep.author.PanelResult.Tally;
import org.mentorprep.author.ResultsReader.Results;
import org.mentorprep.author.SheetWriter.ResultsTemplate;
import org.mentorprep.author.SheetWriter.SheetPrinter;
import org.mentorprep.pack.PackReader;
import org.mentorprep.pack.Packs;
import org.mentorprep.pack.kind.ExerciseFile;
import org.mentorprep.pack.kind.ExerciseKind;
import org.mentorprep.pack.kind.PanelQuestions.Choice;

import static org.assertj.core.api.Assertions.assertThat;

/** What a panel gets to see, of every exercise that is shipped. */
class PanelSheetTests {

	private static final List<PanelSheet> SHEETS = Panels.shipped();

	private static final SheetPrinter PRINTER = new SheetPrinter();

	private static final String EXERCISE = "modules/listening/exercises/talk-1.yaml";

	@Test
	void everyKindIsShipped() {
		assertThat(SHEETS).extracting(PanelSheet::kind)
			.containsAll(ExerciseKind.all().stream().map(ExerciseKind::name).toList());
	}

	@Test
	void keysAreAmongTheAnswersThatMayBeGiven() {
		assertThat(SHEETS).filteredOn((sheet) -> !sheet.places())
			.allSatisfy((sheet) -> assertThat(sheet.questions().choices()).extracting(Choice::word)
				.containsAll(sheet.items().stream().map((item) -> item.thing().key()).toList()));
	}

	@Test
	void codesAreUniqueAndNoSpreadsheetTakesThemForNumbers() {
		assertThat(SHEETS).allSatisfy((sheet) -> assertThat(sheet.items()).extracting(PanelSheet.Item::code)
			.doesNotHaveDuplicates()
			.allMatch((code) -> code.matches("q\\d+-[0-9a-f]{4}")));
	}

	@Test
	void pageNeedsNothingElse() {
		assertThat(SHEETS)
			.allSatisfy((sheet) -> assertThat(page(sheet).select("script, link, [src], [href], [style]")).as(sheet.id())
				.isEmpty());
	}

	@Test
	void pageShowsAllThatIsToBeJudged() {
		assertThat(SHEETS).allSatisfy((sheet) -> assertThat(page(sheet).text())
			.contains(sheet.items().stream().map(PanelSheet.Item::code).toList())
			.contains(sheet.items().stream().map((item) -> item.thing().text()).toList()));
	}

	@Test
	void pageSaysNothingOfWhatMentorsAreToldAfterwards() {
		for (ExerciseFile file : new PackReader().trees(Packs.read("classpath:packs/mentor-prep")).exercises()) {
			String page = page(PanelSheet.of(file)).text();
			assertThat(file.yaml().tree().findValues("feedback").stream().map(JsonNode::asString))
				.allSatisfy((feedback) -> assertThat(page).doesNotContain(feedback.lines().findFirst().orElseThrow()));
		}
	}

	@Test
	void pageHasNoKeyBesideTheAnswersThatEveryRowOffers() {
		assertThat(SHEETS)
			.allSatisfy((sheet) -> assertThat(page(sheet).select("tbody td.box").eachText()).as(sheet.id())
				.allMatch((text) -> text.equals("☐") || text.isEmpty()));
	}

	@Test
	void everyWordOfThePageIsThere() {
		assertThat(SHEETS)
			.allSatisfy((sheet) -> assertThat(page(sheet).outerHtml()).doesNotContain("??", " th:", "<th:"));
	}

	@Test
	void orderComesFromTheIdAndNotFromTheFile() {
		List<String> ends = Panels.sheets(Packs.smallWith(Map.of(EXERCISE, turned())))
			.get(0)
			.items()
			.stream()
			.map((item) -> item.thing().id())
			.toList();
		assertThat(ends).isEqualTo(Panels.small().items().stream().map((item) -> item.thing().id()).toList());
	}

	@Test
	void itemGetsAnotherCodeWhenItsWordsChange() {
		PanelSheet before = Panels.small();
		PanelSheet after = Panels
			.sheets(Packs
				.smallWith(Map.of(EXERCISE, Packs.small().texts().get(EXERCISE).replace("was a good", "was a fine"))))
			.get(0);
		assertThat(after.item(before.thing("door reassure").code())).isEmpty();
	}

	@Test
	void emptyFileOfAnswersHasARowForEverythingAndEachOfFive() {
		String csv = ResultsTemplate.of(SHEETS);
		int items = SHEETS.stream().mapToInt((sheet) -> sheet.items().size()).sum();
		assertThat(csv).startsWith("exercise,version,item,panelist,answer,gives_away\r\n").endsWith(",,\r\n");
		assertThat(csv.lines()).hasSize(1 + Tally.PANEL * items);
	}

	@Test
	void spreadsheetsNeverCalculateWhatACellBeginsWith() {
		assertThat(List.of("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\nx", "plain")).extracting(Results::guarded)
			.containsExactly("'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\tx", "'\nx", "plain");
	}

	/** The first two options of the small exercise, in the other order. */
	private static String turned() {
		String text = Packs.small().texts().get(EXERCISE);
		int first = text.indexOf("      - id: reassure");
		int second = text.indexOf("      - id: moment");
		int third = text.indexOf("      - id:", second + 1);
		return text.substring(0, first) + text.substring(second, third) + text.substring(first, second)
				+ text.substring(third);
	}

	private static Document page(PanelSheet sheet) {
		return Jsoup.parse(PRINTER.page(sheet));
	}

}
