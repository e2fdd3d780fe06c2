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
import org.mentorprep.diagnostic.DiagnosticForm.Questions;

import static org.assertj.core.api.Assertions.assertThat;

/** When the reading is optional, and what is shown first. */
class DiagnosticResultTests {

	private static final List<String> ITEMS = List.of("moving-on", "good-pace", "new-sheets", "on-track", "the-books",
			"september", "you-wrote", "coping");

	private static final Questions QUESTIONS = Questions.of(Authors.DIAGNOSTIC.items(ITEMS), 7);

	@Test
	void whoAnswersAsTheAuthorsNeedsNoReading() {
		DiagnosticResult result = result((given) -> given);
		assertThat(result.points()).isEqualTo(100);
		assertThat(result.known()).isTrue();
	}

	@Test
	void oneQuestionOfEightMayBeOtherwise() {
		DiagnosticResult result = result(with("moving-on", "choice", "judgement"));
		assertThat(result.points()).isEqualTo(87);
		assertThat(result.known()).isTrue();
	}

	@Test
	void twoQuestionsOfEightMayNot() {
		DiagnosticResult result = result((given) -> with("moving-on", "choice", "judgement")
			.apply(with("good-pace", "choice", "inference").apply(given)));
		assertThat(result.points()).isEqualTo(75);
		assertThat(result.known()).isFalse();
	}

	@Test
	void ratingThatIsNearEarnsMostOfIt() {
		DiagnosticResult result = result(with("on-track", "owe", "helps-a-bit"));
		assertThat(result.points()).isBetween(92, 99);
		assertThat(result.known()).isTrue();
	}

	@Test
	void harmRatedAsHelpHoldsBackWhateverTheRestIsWorth() {
		DiagnosticResult result = result(with("the-books", "review", "helps-a-bit"));
		assertThat(result.points()).isGreaterThanOrEqualTo(85);
		assertThat(result.harmTakenForHelp()).isTrue();
		assertThat(result.known()).isFalse();
	}

	@Test
	void harmPickedAsBestHoldsBackWhateverTheRestIsWorth() {
		DiagnosticResult result = result(with("you-wrote", "choice", "others"));
		assertThat(result.points()).isEqualTo(87);
		assertThat(result.known()).isFalse();
	}

	@Test
	void harmRatedAsHindranceIsNoHelp() {
		assertThat(result(with("the-books", "review", "hinders-a-bit")).harmTakenForHelp()).isFalse();
	}

	@ParameterizedTest
	@EnumSource(Sitting.Confidence.class)
	void howSureSomebodyIsNeverChangesTheResult(Sitting.Confidence sureness) {
		UnaryOperator<Sitting.Response> wrong = with("moving-on", "choice", "judgement");
		DiagnosticResult silent = result(wrong);
		DiagnosticResult said = result((given) -> sure(wrong.apply(given), sureness));
		assertThat(said.points()).isEqualTo(silent.points());
		assertThat(said.known()).isEqualTo(silent.known());
	}

	@Test
	void whatOneWasSureOfAndIsNotSoComesFirst() {
		DiagnosticResult result = result((given) -> {
			Sitting.Response wrong = with("moving-on", "choice", "judgement")
				.apply(with("coping", "choice", "policy").apply(given));
			return sure(wrong, wrong.item().equals("moving-on") ? Sitting.Confidence.FAIRLY : Sitting.Confidence.SURE);
		});
		assertThat(result.toLookAt()).extracting((answered) -> answered.question().item().id())
			.containsExactly("coping", "moving-on");
		assertThat(result.right()).hasSize(6);
	}

	@Test
	void everyItemOfThePoolCanBeAnsweredAsItsAuthorsWould() {
		Questions all = Questions.of(Authors.DIAGNOSTIC.pool(), 3);
		List<Sitting.Response> given = Authors.DIAGNOSTIC.pool().stream().map(Authors::given).toList();
		assertThat(all.result(given).toLookAt()).isEmpty();
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

	private static DiagnosticResult result(UnaryOperator<Sitting.Response> changed) {
		return QUESTIONS.result(Authors.DIAGNOSTIC.items(ITEMS).stream().map(Authors::given).map(changed).toList());
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
