package org.mentorprep.diagnostic;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.mentorprep.activity.Mark;
import org.mentorprep.activity.Outcome;
import org.mentorprep.activity.classify.ClassifyOutcome;
import org.mentorprep.activity.rate.RateOutcome;
import org.mentorprep.activity.rate.Rating;
import org.mentorprep.content.Diagnostic;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Page;
import org.mentorprep.launch.LinkId;
import org.mentorprep.programme.CurrentLink;

/**
 * What came of a sitting. Each question counts the same. The reading is optional if
 * enough of it is as the authors see it and nothing that does harm was taken for help;
 * how sure somebody was has no say.
 */
record DiagnosticResult(List<Answered> answers) {

	DiagnosticResult {
		answers = List.copyOf(answers);
	}

	/** Points of 100, rounded down as everywhere. */
	public int points() {
		return new Mark(this.answers.stream().mapToDouble(Answered::score).average().orElse(0), Map.of(), Set.of())
			.points();
	}

	public boolean harmTakenForHelp() {
		return this.answers.stream().anyMatch(Answered::harmTakenForHelp);
	}

	/** Whether the reading of the module is optional. */
	public boolean known() {
		return points() >= Diagnostic.MARK && !harmTakenForHelp();
	}

	/** What was not so, what one was sure of first. */
	public List<Answered> toLookAt() {
		return this.answers.stream()
			.filter((answered) -> !answered.right())
			.sorted(Comparator.comparing((answered) -> !answered.sureAndNotSo()))
			.toList();
	}

	/** What was so. */
	public List<Answered> right() {
		return this.answers.stream().filter(Answered::right).toList();
	}

	/**
	 * What came of one answer.
	 *
	 * @param sure absent if they didn't say
	 * @param outcome shown by the fragment of its view
	 * @param score 0 to 1, by the marking of its kind of exercise
	 */
	record Answered(Question question, Sitting.@Nullable Confidence sure, Outcome outcome, double score) {

		/** Whether all of it is as the authors see it. */
		public boolean right() {
			return this.score >= 1;
		}

		/** Whether there is something in it, but not all. */
		public boolean partly() {
			return !right() && this.score > 0;
		}

		/** What one was sure of is what one would not look up. */
		public boolean sureAndNotSo() {
			return this.sure == Sitting.Confidence.SURE && !right();
		}

		/** Whether something that does harm was taken for help. */
		public boolean harmTakenForHelp() {
			if (this.outcome instanceof RateOutcome rate) {
				return rate.rated()
					.stream()
					.anyMatch((one) -> one.response().key() == Rating.HARMS && one.rating().helps());
			}
			return this.outcome instanceof ClassifyOutcome choice && choice.sorted()
				.stream()
				.anyMatch((one) -> this.question.item().harmful().contains(one.chosen().id()));
		}

	}

	/**
	 * What the template {@code diagnostic/result} needs: what came of a sitting.
	 *
	 * @param version of the pack on which it was answered, for people
	 * @param draftKey whether no panel has reviewed the keys yet
	 * @param result what came of the answers
	 * @param first the page to begin reading with; absent if the module has none
	 * @param again whether there are questions for another sitting
	 */
	record ResultPage(LinkId link, ModuleId module, String moduleTitle, String version, boolean draftKey,
			DiagnosticResult result, @Nullable Page first, boolean again) {

		/**
		 * @param then the version on which the sitting was answered
		 * @param now the version in use
		 * @param more whether there may be another sitting
		 */
		static ResultPage of(CurrentLink link, ModuleId module, Pack then, Pack now, DiagnosticResult result,
				boolean more) {
			Page first = now.module(module).flatMap((found) -> found.pages().stream().findFirst()).orElse(null);
			return new ResultPage(link.id(), module, link.module(then, module).title(), then.version(),
					then.diagnostic(module).orElseThrow().draftKey(), result, first,
					more && now.diagnostic(module).isPresent());
		}

		/** Points of 100 from which on the reading is optional. */
		public int mark() {
			return Diagnostic.MARK;
		}

		/** Full references behind the questions, each once. */
		public List<String> sources() {
			return this.result.answers()
				.stream()
				.flatMap((answered) -> answered.question().item().sources().stream())
				.distinct()
				.sorted()
				.toList();
		}

	}

}
