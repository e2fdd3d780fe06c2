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
import org.mentorprep.diagnostic.DiagnosticForm.Paper;

import static org.assertj.core.api.Assertions.assertThat;

/** When the reading is optional, and what is shown first. */
class DiagnosticResultTests {

	private static final List<String> ITEMS = List.of("moving-on", "good-pace", "new-sheets", "on-track", "the-books",
			"september", "you-wrote", "coping");

	private static final Paper PAPER = Paper.of(Authors.DIAGNOSTIC.items(ITEMS), 7);

	@Test
	void whoAnswersAsTheAuthorsKnowsTheGround() {
		DiagnosticResult findings = findings((given) -> given);
		assertThat(findings.points()).isEqualTo(100);
		assertThat(findings.known()).isTrue();
	}

	@Test
	void oneQuestionOfEightMayBeOtherwise() {
		DiagnosticResult findings = findings(with("moving-on", "choice", "judgement"));
		assertThat(findings.points()).isEqualTo(87);
		assertThat(findings.known()).isTrue();
	}

	@Test
	void twoQuestionsOfEightMayNot() {
		DiagnosticResult findings = findings((given) -> with("moving-on", "choice", "judgement")
			.apply(with("good-pace", "choice", "inference").apply(given)));
		assertThat(findings.points()).isEqualTo(75);
		assertThat(findings.known()).isFalse();
	}

	@Test
	void ratingThatIsNearEarnsMostOfIt() {
		DiagnosticResult findings = findings(with("on-track", "owe", "helps-a-bit"));
		assertThat(findings.points()).isBetween(92, 99);
		assertThat(findings.known()).isTrue();
	}

	@Test
	void harmRatedAsHelpHoldsBackWhateverTheRestIsWorth() {
		DiagnosticResult findings = findings(with("the-books", "review", "helps-a-bit"));
		assertThat(findings.points()).isGreaterThanOrEqualTo(85);
		assertThat(findings.harmTakenForHelp()).isTrue();
		assertThat(findings.known()).isFalse();
	}

	@Test
	void harmPickedAsBestHoldsBackWhateverTheRestIsWorth() {
		DiagnosticResult findings = findings(with("you-wrote", "choice", "others"));
		assertThat(findings.points()).isEqualTo(87);
		assertThat(findings.known()).isFalse();
	}

	@Test
	void harmRatedAsHindranceIsNoHelp() {
		assertThat(findings(with("the-books", "review", "hinders-a-bit")).harmTakenForHelp()).isFalse();
	}

	@ParameterizedTest
	@EnumSource(Sitting.Confidence.class)
	void howSureSomebodyIsNeverChangesTheResult(Sitting.Confidence sureness) {
		UnaryOperator<Sitting.Response> wrong = with("moving-on", "choice", "judgement");
		DiagnosticResult silent = findings(wrong);
		DiagnosticResult said = findings((given) -> sure(wrong.apply(given), sureness));
		assertThat(said.points()).isEqualTo(silent.points());
		assertThat(said.known()).isEqualTo(silent.known());
	}

	@Test
	void whatOneWasSureOfAndIsNotSoComesFirst() {
		DiagnosticResult findings = findings((given) -> {
			Sitting.Response wrong = with("moving-on", "choice", "judgement")
				.apply(with("coping", "choice", "policy").apply(given));
			return sure(wrong, wrong.item().equals("moving-on") ? Sitting.Confidence.FAIRLY : Sitting.Confidence.SURE);
		});
		assertThat(findings.toLookAt()).extracting((answered) -> answered.question().item().id())
			.containsExactly("coping", "moving-on");
		assertThat(findings.right()).hasSize(6);
	}

	@Test
	void everyItemOfThePoolCanBeAnsweredAsItsAuthorsWould() {
		Paper all = Paper.of(Authors.DIAGNOSTIC.pool(), 3);
		List<Sitting.Response> given = Authors.DIAGNOSTIC.pool().stream().map(Authors::given).toList();
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

	private static DiagnosticResult findings(UnaryOperator<Sitting.Response> changed) {
		return PAPER.findings(Authors.DIAGNOSTIC.items(ITEMS).stream().map(Authors::given).map(changed).toList());
	}

	/** Another answer in one field of one item. */
	private static UnaryOperator<Sitting.Response> with(String item, String field, String answer) {
		return (given) -> {
			Map<String, List<String>> fields = new HashMap<>(given.answer());
			fields.replace(field, List.of(answer));
			return given.item().equals(item) ? new Sitting.Response(item, fields, given.sure()) : given;
		};
	}

	private static Sitting.Response sure(Sitting.Response given, Sitting.Confidence sureness) {
		return new Sitting.Response(given.item(), given.answer(), sureness);
	}

}
