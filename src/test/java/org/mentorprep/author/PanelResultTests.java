package org.mentorprep.author;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.mentorprep.author.PanelResult.Tally;
import org.mentorprep.author.PanelResult.Verdict;
import org.mentorprep.author.ResultsReader.PanelAnswer;
import org.mentorprep.pack.kind.PanelQuestions.Pair;

import static org.assertj.core.api.Assertions.assertThat;

/** What the answers to all items of an exercise mean for its key. */
class PanelResultTests {

	@Test
	void exerciseWithWhoseKeyFiveAgreeIsReviewed() {
		assertThat(Panels.shipped()).filteredOn((sheet) -> !sheet.places()).allSatisfy((sheet) -> {
			PanelResult reviewed = PanelResult.of(sheet, Panels.five(sheet, (item, panelist) -> item.thing().key()));
			assertThat(reviewed.status()).as(sheet.id()).isEqualTo("reviewed");
			assertThat(reviewed.panel()).isEqualTo(5);
		});
	}

	@Test
	void oneItemThatOneLeavesOutKeepsAllOfItDraft() {
		PanelSheet sheet = Panels.small();
		List<PanelAnswer> answers = new ArrayList<>(Panels.five(sheet, (item, panelist) -> item.thing().key()));
		answers.remove(answers.size() - 1);
		PanelResult reviewed = PanelResult.of(sheet, answers);
		assertThat(reviewed.status()).isEqualTo("draft");
		assertThat(reviewed.reasons()).containsExactly(Verdict.TOO_FEW);
		assertThat(reviewed.panel()).isEqualTo(4);
	}

	@Test
	void answersToOtherExercisesSayNothing() {
		PanelSheet sheet = Panels.small();
		List<PanelAnswer> others = List
			.of(new PanelAnswer("another", sheet.items().get(0).code(), "p1", "best", false));
		assertThat(PanelResult.of(sheet, others).answered()).isFalse();
	}

	@Test
	void orderIsAgreedOnPairByPair() {
		PanelSheet sheet = Panels.shipped("order");
		List<String> sorted = sorted(sheet);
		PanelResult reviewed = PanelResult.of(sheet,
				Panels.five(sheet, (item, panelist) -> String.valueOf(1 + sorted.indexOf(item.thing().id()))));
		assertThat(reviewed.status()).isEqualTo("reviewed");
		assertThat(reviewed.tallies()).hasSameSizeAs(sheet.questions().pairs());
	}

	@Test
	void orderTurnedOverByAllIsAnotherKeyInEveryPair() {
		PanelSheet sheet = Panels.shipped("order");
		List<String> sorted = sorted(sheet);
		PanelResult reviewed = PanelResult.of(sheet, Panels.five(sheet,
				(item, panelist) -> String.valueOf(sorted.size() - sorted.indexOf(item.thing().id()))));
		assertThat(reviewed.tallies()).extracting(Tally::verdict).containsOnly(Verdict.OTHER_KEY);
	}

	@Test
	void panelOnPilotedKeyTakesNothingBack() {
		PanelSheet small = Panels.small();
		PanelSheet piloted = new PanelSheet(small.id(), small.version(), small.language(), small.title(), small.kind(),
				small.path(), "piloted", "", small.questions(), small.sections());
		PanelResult reviewed = PanelResult.of(piloted, Panels.five(piloted, (item, panelist) -> item.thing().key()));
		assertThat(reviewed.status()).isEqualTo("piloted");
		assertThat(reviewed.borneOut()).isFalse();
	}

	/** Some order that fits all pairs. */
	private static List<String> sorted(PanelSheet sheet) {
		List<String> left = new ArrayList<>(sheet.items().stream().map((item) -> item.thing().id()).toList());
		List<String> sorted = new ArrayList<>();
		while (!left.isEmpty()) {
			String next = left.stream()
				.filter((id) -> sheet.questions()
					.pairs()
					.stream()
					.filter((pair) -> pair.then().equals(id))
					.map(Pair::first)
					.noneMatch(left::contains))
				.findFirst()
				.orElseThrow();
			left.remove(next);
			sorted.add(next);
		}
		return sorted;
	}

}
