package org.mentorprep.diagnostic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.mentorprep.activity.rate.Rate;
import org.mentorprep.content.Diagnostic.Item;

import static org.assertj.core.api.Assertions.assertThat;

/** When the reading is optional, and what is shown first. */
class FindingsTests {

	private static final List<String> ITEMS = List.of("moving-on", "good-pace", "new-sheets", "on-track", "the-books",
			"september", "you-wrote", "coping");

	private static final Paper PAPER = Paper.of(Authors.DIAGNOSTIC.items(ITEMS), 7);

	@Test
	void whoAnswersAsTheAuthorsKnowsTheGround() {
		Findings findings = findings((given) -> given);
		assertThat(findings.points()).isEqualTo(100);
		assertThat(findings.known()).isTrue();
	}

	@Test
	void oneQuestionOfEightMayBeOtherwise() {
		Findings findings = findings(with("moving-on", "choice", "judgement"));
		assertThat(findings.points()).isEqualTo(87);
		assertThat(findings.known()).isTrue();
	}

	@Test
	void twoQuestionsOfEightMayNot() {
		Findings findings = findings((given) -> with("moving-on", "choice", "judgement")
			.apply(with("good-pace", "choice", "inference").apply(given)));
		assertThat(findings.points()).isEqualTo(75);
		assertThat(findings.known()).isFalse();
	}

	@Test
	void ratingThatIsNearEarnsMostOfIt() {
		Findings findings = findings(with("on-track", "owe", "helps-a-bit"));
		assertThat(findings.points()).isBetween(92, 99);
		assertThat(findings.known()).isTrue();
	}

	@Test
	void harmRatedAsHelpHoldsBackWhateverTheRestIsWorth() {
		Findings findings = findings(with("the-books", "review", "helps-a-bit"));
		assertThat(findings.points()).isGreaterThanOrEqualTo(85);
		assertThat(findings.harmTakenForHelp()).isTrue();
		assertThat(findings.known()).isFalse();
	}

	@Test
	void harmPickedAsBestHoldsBackWhateverTheRestIsWorth() {
		Findings findings = findings(with("you-wrote", "choice", "others"));
		assertThat(findings.points()).isEqualTo(87);
		assertThat(findings.known()).isFalse();
	}

	@Test
	void harmRatedAsHindranceIsNoHelp() {
		assertThat(findings(with("the-books", "review", "hinders-a-bit")).harmTakenForHelp()).isFalse();
	}

	@ParameterizedTest
	@EnumSource(Sureness.class)
	void howSureSomebodyIsNeverChangesTheResult(Sureness sureness) {
		UnaryOperator<Given> wrong = with("moving-on", "choice", "judgement");
		Findings silent = findings(wrong);
		Findings said = findings((given) -> sure(wrong.apply(given), sureness));
		assertThat(said.points()).isEqualTo(silent.points());
		assertThat(said.known()).isEqualTo(silent.known());
	}

	@Test
	void whatOneWasSureOfAndIsNotSoComesFirst() {
		Findings findings = findings((given) -> {
			Given wrong = with("moving-on", "choice", "judgement")
				.apply(with("coping", "choice", "policy").apply(given));
			return sure(wrong, wrong.item().equals("moving-on") ? Sureness.FAIRLY : Sureness.SURE);
		});
		assertThat(findings.toLookAt()).extracting((answered) -> answered.question().item().id())
			.containsExactly("coping", "moving-on");
		assertThat(findings.right()).hasSize(6);
	}

	@Test
	void everyItemOfThePoolCanBeAnsweredAsItsAuthorsWould() {
		Paper all = Paper.of(Authors.DIAGNOSTIC.pool(), 3);
		List<Given> given = Authors.DIAGNOSTIC.pool().stream().map(Authors::given).toList();
		assertThat(all.findings(given).toLookAt()).isEmpty();
	}

	@Test
	void everyModuleAsksForSomeRatingOfHarm() {
		assertThat(Authors.PACK.diagnostics().values()).hasSize(3)
			.allMatch((diagnostic) -> diagnostic.pool()
				.stream()
				.map(Item::question)
				.filter(Rate.class::isInstance)
				.anyMatch((rate) -> rate.toString().contains("key=HARMS")));
	}

	private static Findings findings(UnaryOperator<Given> changed) {
		return PAPER.findings(Authors.DIAGNOSTIC.items(ITEMS).stream().map(Authors::given).map(changed).toList());
	}

	/** Another answer in one field of one item. */
	private static UnaryOperator<Given> with(String item, String field, String answer) {
		return (given) -> {
			Map<String, List<String>> fields = new HashMap<>(given.answer());
			fields.replace(field, List.of(answer));
			return given.item().equals(item) ? new Given(item, fields, given.sure()) : given;
		};
	}

	private static Given sure(Given given, Sureness sureness) {
		return new Given(given.item(), given.answer(), sureness);
	}

}
