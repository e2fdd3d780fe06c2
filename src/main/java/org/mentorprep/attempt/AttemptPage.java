package org.mentorprep.attempt;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.mentorprep.activity.ActivityState;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.activity.Outcome;
import org.mentorprep.activity.Step;
import org.mentorprep.content.Exercise;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.TaskId;
import org.mentorprep.launch.LinkId;

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
 * @param state what happened before, for 'The conversation so far'
 * @param given what was just sent if it was refused, so that nothing is lost; else
 * without values
 * @param refused why the answer was refused; absent if none was
 * @param recap one sentence that recalls where one was, when one comes back after a pause
 */
record AttemptPage(AttemptHead about, int number, int decision, Step step, ActivityState state, Answer given,
		@Nullable AnswerRefused refused, @Nullable String recap) {

	/** The step that is due. */
	static AttemptPage of(LinkId link, Attempt attempt) {
		return of(link, attempt, attempt.state().step().orElseThrow(), new Answer(Map.of()), null);
	}

	/** The step that is due, after an answer to it was refused. */
	static AttemptPage of(LinkId link, Attempt attempt, Answer given, AnswerRefused refused) {
		return of(link, attempt, attempt.state().step().orElseThrow(), given, refused);
	}

	/** The step that is due in another shape, with what was entered so far. */
	static AttemptPage of(LinkId link, Attempt attempt, Step shape, Answer given) {
		return of(link, attempt, shape, given, null);
	}

	private static AttemptPage of(LinkId link, Attempt attempt, Step step, Answer given,
			@Nullable AnswerRefused refused) {
		return new AttemptPage(AttemptHead.of(link, attempt), attempt.due(), attempt.decision(attempt.due()), step,
				attempt.state(), given, refused, null);
	}

	/** The same page for somebody who comes back; an empty recap says nothing. */
	AttemptPage recalling(String recap) {
		return new AttemptPage(this.about, this.number, this.decision, this.step, this.state, this.given, this.refused,
				recap.isEmpty() ? null : recap);
	}

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

	/**
	 * What every page of an attempt says about it: where it belongs and what it is
	 * called.
	 *
	 * @param moduleTitle for the way back to {@code /links/{link}/modules/{module}}, also
	 * for 'Stop here and carry on later'
	 * @param title title of the exercise that fills the task, which is the h1
	 * @param minutes honest minutes for the whole exercise
	 * @param kind kind of the activity: name of the template below {@code activity/}
	 * @param draftKey whether no panel has reviewed the key of the exercise yet
	 * @param contentNote shown before the first step; empty if there is nothing to say
	 * @param version version of the pack that this attempt is pinned to
	 * @param practice whether it counts for nothing, which is said on every page of it
	 */
	record AttemptHead(LinkId link, ModuleId module, String moduleTitle, TaskId task, String title, AttemptId attempt,
			int minutes, String kind, boolean draftKey, String contentNote, String version, boolean practice) {

		static AttemptHead of(LinkId link, Attempt attempt) {
			Module module = attempt.pinnedModule();
			Exercise exercise = attempt.exercise();
			return new AttemptHead(link, module.id(), module.title(), attempt.task(), exercise.title(), attempt.id(),
					exercise.minutes(), exercise.activity().kind(), exercise.draftKey(), exercise.contentNote(),
					attempt.pack().version(), attempt.practice());
		}

	}

	/**
	 * What the template {@code attempt/reply} needs: what came of an answer. The heading
	 * of the reply has the id {@code reply} and {@code tabindex="-1"}.
	 *
	 * @param about the attempt that this is a step of
	 * @param number number of the answered step in the URL, from 1
	 * @param decision number of the decision for the reader, from 1
	 * @param outcome what came of it: shown by the fragment {@code activity/{about.kind}
	 * :: {outcome.view}}
	 * @param state how things stood right after this answer, whatever came later
	 * @param last whether this was the last answer: then 'Go on' leads to
	 * {@code /links/{link}/attempts/{attempt}/debrief}, else to {@code …/answers/{number
	 * + 1}}
	 * @param keysShown whether the keys may be seen; if not, a kind whose keys would give
	 * the next attempt away shows the direction alone
	 */
	record ReplyPage(AttemptHead about, int number, int decision, Outcome outcome, ActivityState state, boolean last,
			boolean keysShown) {

		static ReplyPage of(LinkId link, Attempt attempt, int step, boolean keysShown) {
			return new ReplyPage(AttemptHead.of(link, attempt), step, attempt.decision(step), attempt.outcome(step),
					attempt.after(step), attempt.done() && step == attempt.due() - 1, keysShown);
		}

	}

}
