package org.mentorprep.diagnostic;

import org.jspecify.annotations.Nullable;

import org.mentorprep.activity.Outcome;
import org.mentorprep.activity.classify.ClassifyOutcome;
import org.mentorprep.activity.rate.RateOutcome;
import org.mentorprep.activity.rate.Rating;

/**
 * What came of one answer.
 *
 * @param sure absent if they didn't say
 * @param outcome shown by the fragment of its view
 * @param score 0 to 1, by the marking of its kind of exercise
 */
record Answered(Question question, @Nullable Sureness sure, Outcome outcome, double score) {

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
		return this.sure == Sureness.SURE && !right();
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
