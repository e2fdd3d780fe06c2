package org.mentorprep.attempt;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mentorprep.activity.Answer;
import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.activity.Progress;
import org.mentorprep.activity.Step;

/**
 * What the template {@code attempt/step} needs: the one thing to answer now. The form
 * posts to {@code /links/{link}/attempts/{attempt}/answers/{number}}; its fields come
 * from the fragment of the step.
 *
 * @param about the attempt that this is a step of
 * @param number number of the step in the URL, from 1
 * @param decision number of the decision for the reader, from 1; steps without a reply,
 * such as own words, do not count
 * @param step what is asked: shown by the fragment {@code activity/{about.kind} ::
 * {step.view}}
 * @param progress what happened before, for 'The conversation so far'
 * @param given what was just sent if it was refused, so that nothing is lost; else
 * without values
 * @param refused why the answer was refused; absent if none was
 * @param recap one sentence that recalls where one was, when one comes back after a pause
 */
record StepPage(AttemptHead about, int number, int decision, Step step, Progress progress, Answer given,
		@Nullable AnswerRefused refused, @Nullable String recap) {

	/** Key of the message that says why the answer was refused, for summary and field. */
	public @Nullable String error() {
		return (this.refused != null) ? this.refused.messageKey() : null;
	}

	/** The fields to go back to; none if the whole answer is meant. */
	public List<AnswerRefused.Gap> gaps() {
		return (this.refused != null) ? this.refused.gaps() : List.of();
	}

	/** Whether a field is one to go back to. */
	public boolean gap(String field) {
		return gaps().stream().anyMatch((gap) -> gap.field().equals(field));
	}

}
