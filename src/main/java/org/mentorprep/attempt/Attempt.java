package org.mentorprep.attempt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import org.mentorprep.activity.ActivityState;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.Mark;
import org.mentorprep.activity.Outcome;
import org.mentorprep.activity.Step;
import org.mentorprep.content.Exercise;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Task;
import org.mentorprep.content.TaskId;
import org.mentorprep.launch.PersonId;

/**
 * One filling of one task: what it was filled with, what was answered, and the state that
 * the answers fold to. The state is never stored, so nothing can contradict the answers.
 *
 * @param pack the version that the attempt began on and stays on
 * @param seed decides the order of choices, so that a page looks the same again
 * @param practice whether it was begun by somebody who was no learner there: it never
 * counts
 * @param thought the own thought at the end; empty if there is none
 */
record Attempt(AttemptId id, PersonId person, Pack pack, ModuleId module, TaskId task, Exercise exercise, long seed,
		boolean practice, List<Answer> answers, ActivityState state, String thought) {

	Attempt {
		answers = List.copyOf(answers);
	}

	/** An attempt as it is kept; the state is folded from the answers. */
	static Attempt of(AttemptId id, PersonId person, Pack pack, ModuleId module, TaskId task, ExerciseId exercise,
			long seed, boolean practice, List<Answer> answers, String thought) {
		Exercise filling = pack.exercise(exercise);
		return new Attempt(id, person, pack, module, task, filling, seed, practice, answers,
				filling.activity().replay(seed, answers), thought);
	}

	/**
	 * A new filling of a task, on the version that is current now. The seed draws the
	 * exercise, none a second time before all of the pool were seen: trying again is not
	 * trying the same again.
	 * @param seen exercises of earlier attempts at the task, as often as they were seen
	 */
	static Attempt fresh(PersonId person, boolean practice, Pack pack, ModuleId module, Task task,
			List<ExerciseId> seen, long seed) {
		return of(new AttemptId(UUID.randomUUID()), person, pack, module, task.id(), draw(task, seen, seed), seed,
				practice, List.of(), "");
	}

	static ExerciseId draw(Task task, List<ExerciseId> seen, long seed) {
		int fewest = task.pool().stream().mapToInt((one) -> Collections.frequency(seen, one)).min().orElseThrow();
		List<ExerciseId> freshest = task.pool()
			.stream()
			.filter((one) -> Collections.frequency(seen, one) == fewest)
			.toList();
		return freshest.get(new Random(seed).nextInt(freshest.size()));
	}

	/** The same attempt with one more answer; nothing is kept yet. */
	Attempt with(Answer answer) {
		List<Answer> longer = new ArrayList<>(this.answers);
		longer.add(answer);
		return new Attempt(this.id, this.person, this.pack, this.module, this.task, this.exercise, this.seed,
				this.practice, longer, this.exercise.activity().next(this.state, answer), this.thought);
	}

	/** What the browser sent for the step that is due, in the words of the content. */
	Answer read(Answer sent) {
		return this.exercise.activity().read(this.state, sent);
	}

	/** The step that is due in another shape, if that is all that was asked for. */
	Optional<Step> changed(Answer sent) {
		return this.exercise.activity().changed(this.state, sent);
	}

	boolean done() {
		return this.state.done();
	}

	/** Present exactly when all is answered. */
	Optional<Mark> mark() {
		return this.state.mark();
	}

	boolean answered(int step) {
		return step <= this.answers.size();
	}

	/** The step to answer next, from 1; after the last answer the one after the last. */
	int due() {
		return this.answers.size() + 1;
	}

	boolean isDue(int step) {
		return !done() && step == due();
	}

	Outcome outcome(int step) {
		return this.state.outcomes().get(step - 1);
	}

	/** Whether the answer to a step leads to a reply, and not straight on. */
	boolean hasReply(int step) {
		return outcome(step).hasReply();
	}

	/** How things stood right after a step was answered, whatever came later. */
	ActivityState after(int step) {
		return this.exercise.activity().replay(this.seed, this.answers.subList(0, step));
	}

	/** Number of the decision for the reader: steps without a reply are part of one. */
	int decision(int step) {
		return decisionsBefore(step) + 1;
	}

	int decisions() {
		return decisionsBefore(due());
	}

	private int decisionsBefore(int step) {
		return (int) this.state.outcomes().stream().limit(step - 1L).filter(Outcome::hasReply).count();
	}

	/** Recalls the last thing that happened; empty if nothing did yet. */
	String recap() {
		List<Outcome> outcomes = this.state.outcomes();
		for (int index = outcomes.size() - 1; index >= 0; index--) {
			if (!outcomes.get(index).summary().isEmpty()) {
				return outcomes.get(index).summary();
			}
		}
		return "";
	}

	/** The module of the pinned version, which may say otherwise than the current one. */
	Module pinnedModule() {
		return this.pack.module(this.module).orElseThrow();
	}

	/** Whether the exercise turned out to be wrong since, by a later version. */
	boolean withdrawnIn(Pack later) {
		return later.module(this.module).filter((found) -> found.withdrawn().contains(this.exercise.id())).isPresent();
	}

}
