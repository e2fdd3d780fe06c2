package org.mentorprep.attempt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.ActivityState;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.Outcome;
import org.mentorprep.activity.Step;
import org.mentorprep.attempt.AttemptPage.AttemptHead;
import org.mentorprep.content.Exercise;
import org.mentorprep.content.Module;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Task;
import org.mentorprep.launch.LinkId;

/**
 * An attempt together with the content it is pinned to and the progress that its answers
 * fold to. Nothing about progress is stored, so nothing can contradict the answers.
 */
record Worked(Attempt attempt, Pack pack, Exercise exercise, ActivityState progress) {

	static Worked of(Attempt attempt, Pack pack) {
		Exercise exercise = pack.exercise(attempt.exercise());
		return new Worked(attempt, pack, exercise, exercise.activity().replay(attempt.seed(), attempt.answers()));
	}

	/** The same attempt with one more answer; nothing is kept yet. */
	Worked with(Answer answer) {
		ActivityState next = this.exercise.activity().next(this.progress, answer);
		List<Answer> answers = new ArrayList<>(this.attempt.answers());
		answers.add(answer);
		return new Worked(this.attempt.with(answers, next.mark().orElse(null)), this.pack, this.exercise, next);
	}

	/** What the browser sent for the step that is due, in the words of the content. */
	Answer read(Answer sent) {
		return this.exercise.activity().read(this.progress, sent);
	}

	/** The step that is due in another shape, if that is all that was asked for. */
	Optional<Step> changed(Answer sent) {
		return this.exercise.activity().changed(this.progress, sent);
	}

	boolean done() {
		return this.progress.done();
	}

	boolean answered(int step) {
		return step <= this.attempt.answers().size();
	}

	/** The step to answer next, from 1; after the last answer the one after the last. */
	int due() {
		return this.attempt.answers().size() + 1;
	}

	Outcome outcome(int step) {
		return this.progress.outcomes().get(step - 1);
	}

	/** Whether the answer to a step leads to a reply, and not straight on. */
	boolean hasReply(int step) {
		return outcome(step).hasReply();
	}

	/** How things stood right after a step was answered, whatever came later. */
	ActivityState after(int step) {
		Activity activity = this.exercise.activity();
		return activity.replay(this.attempt.seed(), this.attempt.answers().subList(0, step));
	}

	/** Number of the decision for the reader: steps without a reply are part of one. */
	int decision(int step) {
		return decisionsBefore(step) + 1;
	}

	int decisions() {
		return decisionsBefore(due());
	}

	private int decisionsBefore(int step) {
		return (int) this.progress.outcomes().stream().limit(step - 1L).filter(Outcome::hasReply).count();
	}

	/** Recalls the last thing that happened; empty if nothing did yet. */
	String recap() {
		List<Outcome> outcomes = this.progress.outcomes();
		for (int index = outcomes.size() - 1; index >= 0; index--) {
			if (!outcomes.get(index).summary().isEmpty()) {
				return outcomes.get(index).summary();
			}
		}
		return "";
	}

	/** The module of the pinned version, which may say otherwise than the current one. */
	Module module() {
		return this.pack.module(this.attempt.module()).orElseThrow();
	}

	AttemptHead head(LinkId link) {
		Module module = module();
		Task task = module.task(this.attempt.task()).orElseThrow();
		return new AttemptHead(link, module.id(), module.title(), task.id(), this.exercise.title(), this.attempt.id(),
				this.exercise.minutes(), this.exercise.activity().kind(), this.exercise.draftKey(),
				this.exercise.contentNote(), this.pack.version());
	}

}
